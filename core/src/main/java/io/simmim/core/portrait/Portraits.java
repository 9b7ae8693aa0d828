package io.simmim.core.portrait;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.inspect.TensorStats;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Looks at single tensors of a checkpoint. May take a while for a large one. */
public final class Portraits {

  private final Function<String, TensorData> tensors;
  private final PictureChoice pictures;

  /**
   * @param tensors of the checkpoint, by official name; one that has none by its name in the file.
   *     Null where there is no such tensor.
   */
  public Portraits(Function<String, TensorData> tensors) {
    this.tensors = tensors;
    this.pictures = new PictureChoice(tensors);
  }

  /**
   * Looks at one tensor.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public Portrait of(String name) {
    TensorData tensor = tensors.apply(name);
    if (tensor == null) {
      throw new IllegalArgumentException("expected the name of a tensor, got '" + name + "'");
    }
    TensorStats stats = TensorStats.of(tensor);
    return new Portrait(
        name,
        tensor.shape(),
        tensor.type(),
        tensor.elements() * tensor.type().bytes(),
        Meaning.of(name),
        numbers(tensor),
        stats,
        Distribution.of(tensor, stats),
        pictures.of(name, tensor));
  }

  private static List<Double> numbers(TensorData tensor) {
    return tensor.elements() > Portrait.MOST_NUMBERS
        ? List.of()
        : Arrays.stream(tensor.doubles()).boxed().toList();
  }
}
