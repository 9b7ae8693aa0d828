package io.simmim.core.convert;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.inspect.TensorStats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** In what format the floating-point numbers of a converted checkpoint are, by PyTorch's names. */
public enum NumberFormat {
  FLOAT32(ScalarType.FLOAT32),
  BFLOAT16(ScalarType.BFLOAT16),
  FLOAT16(ScalarType.FLOAT16);

  private final ScalarType type;

  NumberFormat(ScalarType type) {
    this.type = type;
  }

  /**
   * A tensor in this format; integers and truth values stay as they are.
   *
   * @throws UncheckedIOException when a number is too large for it; the cause holds a sentence
   */
  TensorData of(String name, TensorData tensor) {
    if (!tensor.type().isFloat()) {
      return tensor;
    }
    TensorData changed = tensor.to(type);
    if (infinite(changed) > infinite(tensor)) {
      throw new UncheckedIOException(
          new IOException(
              "Tensor %s holds numbers that are too large for %s; convert to %s instead."
                  .formatted(name, this, BFLOAT16)));
    }
    return changed;
  }

  private static long infinite(TensorData tensor) {
    return TensorStats.of(tensor).infinities();
  }

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
