package io.simmim.core.testing;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/** Comparisons of arrays. */
public final class Tensors {

  private Tensors() {}

  public static double maxDifference(NDArray a, NDArray b) {
    return a.sub(b).abs().max().getFloat();
  }

  public static double maxAbs(NDArray a) {
    return a.abs().max().getFloat();
  }

  public static NDArray float32(NDArray a) {
    return a.toType(DataType.FLOAT32, false);
  }

  /** The golden batches store network inputs as bytes: x = (u8 - 128) / 64. */
  public static NDArray networkInput(NDArray bytes) {
    return float32(bytes).sub(128).div(64);
  }
}
