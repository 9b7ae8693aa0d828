package io.simmim.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.image.Normalization;
import io.simmim.core.tensor.Scope;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * {@link Normalization} on the device of the network, to the last bit: levels are a quarter of what
 * floats would be on the way there.
 */
final class DeviceNormalization implements AutoCloseable {

  private final NDArray white; // [] an array, since a GPU multiplies by the inverse of a number
  private final NDArray mean; // [C, 1, 1]
  private final NDArray std; // [C, 1, 1]

  DeviceNormalization(NDManager manager, Normalization normalization) {
    white = Scope.keep(manager.create(255f));
    mean = perChannel(manager, normalization.mean());
    std = perChannel(manager, normalization.std());
  }

  private static NDArray perChannel(NDManager manager, List<Float> values) {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return Scope.keep(manager.create(array, new Shape(array.length, 1, 1)));
  }

  /**
   * The network's input.
   *
   * @param levels uint8 [B, C, H, W]
   * @param shape B, C, H, W
   * @param memory owns the result
   * @return float32 [B, C, H, W]
   */
  NDArray of(ByteBuffer levels, Shape shape, NDManager memory) {
    try (NDArray bytes = memory.create(levels, shape, DataType.UINT8)) {
      return bytes.toType(DataType.FLOAT32, true).divi(white).subi(mean).divi(std);
    }
  }

  @Override
  public void close() {
    white.close();
    mean.close();
    std.close();
  }
}
