package io.simmim.core.portrait;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.inspect.TensorStats;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is shown of one tensor.
 *
 * @param bytes size of its values
 * @param meaning what it is for, in one sentence
 * @param numbers all values, in reading order, when they are at most {@value #MOST_NUMBERS}
 * @param distribution empty without a finite value
 */
public record Portrait(
    String name,
    List<Long> shape,
    ScalarType type,
    long bytes,
    String meaning,
    List<Double> numbers,
    TensorStats stats,
    Optional<Distribution> distribution,
    TensorPicture picture) {

  /** Of so many values each is written out. */
  static final int MOST_NUMBERS = 16;

  public Portrait {
    shape = List.copyOf(shape);
    numbers = List.copyOf(numbers);
  }

  /** Number of values. */
  public long elements() {
    return bytes / type.bytes();
  }
}
