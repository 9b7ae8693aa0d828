package io.simmim.workbench.checkpoint;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.inspect.TensorStats;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A tensor of the file by its official name; its statistics come later. */
public final class TensorRow {

  private final String name;
  private final ScalarType type;
  private final List<Long> sizes;
  private final Supplier<TensorData> maker;
  private final ReadOnlyObjectWrapper<Optional<TensorStats>> stats =
      new ReadOnlyObjectWrapper<>(this, "stats", Optional.empty());

  /**
   * @param maker hands the values out; those of a joined tensor are made each time
   */
  TensorRow(String name, ScalarType type, List<Long> sizes, Supplier<TensorData> maker) {
    this.name = name;
    this.type = type;
    this.sizes = List.copyOf(sizes);
    this.maker = maker;
  }

  public String name() {
    return name;
  }

  ScalarType scalarType() {
    return type;
  }

  TensorData tensor() {
    return maker.get();
  }

  /** Sizes, such as {@code 128×3×4×4}. */
  public String shape() {
    return Sizes.shape(sizes);
  }

  /** As PyTorch writes it, such as {@code float32}. */
  public String type() {
    return type.name().toLowerCase(Locale.ROOT);
  }

  public long elements() {
    return sizes.stream().reduce(1L, (a, b) -> a * b);
  }

  public long bytes() {
    return elements() * type.bytes();
  }

  /** Empty until the values were read. */
  public ReadOnlyObjectProperty<Optional<TensorStats>> statsProperty() {
    return stats.getReadOnlyProperty();
  }

  void setStats(TensorStats now) {
    stats.set(Optional.of(now));
  }

  /** Values that are not a number or infinite, as far as they were read. */
  long ill() {
    return stats.get().map(s -> s.nans() + s.infinities()).orElse(0L);
  }
}
