package io.simmim.core.weights;

import io.simmim.core.checkpoint.TensorData;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tensors by name that are made each time they are asked for and not kept, so that a large file is
 * never held twice. Not modifiable.
 */
public final class LazyTensors extends AbstractMap<String, TensorData> {

  private final Map<String, Supplier<TensorData>> makers;

  /** {@code makers} may be asked more than once. */
  public LazyTensors(Map<String, Supplier<TensorData>> makers) {
    this.makers = new LinkedHashMap<>(makers);
  }

  @Override
  public boolean containsKey(Object name) {
    return makers.containsKey(name);
  }

  @Override
  public TensorData get(Object name) {
    Supplier<TensorData> maker = makers.get(name);
    return maker == null ? null : maker.get();
  }

  @Override
  public Set<Entry<String, TensorData>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, TensorData>> iterator() {
        return makers.entrySet().stream().<Entry<String, TensorData>>map(Made::new).iterator();
      }

      @Override
      public int size() {
        return makers.size();
      }
    };
  }

  @Override
  public Set<String> keySet() {
    return Collections.unmodifiableSet(makers.keySet());
  }

  /** An entry whose name can be read without making its tensor. */
  private record Made(Entry<String, Supplier<TensorData>> maker)
      implements Entry<String, TensorData> {

    @Override
    public String getKey() {
      return maker.getKey();
    }

    @Override
    public TensorData getValue() {
      return maker.getValue().get();
    }

    @Override
    public TensorData setValue(TensorData value) {
      throw new UnsupportedOperationException("tensors of a file cannot be replaced");
    }
  }
}
