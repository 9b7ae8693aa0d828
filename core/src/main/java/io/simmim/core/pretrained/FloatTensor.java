package io.simmim.core.pretrained;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Makes stored float32 tensors from numbers. */
final class FloatTensor {

  private FloatTensor() {}

  static TensorData of(List<Long> shape, float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return new TensorData(ScalarType.FLOAT32, shape, bytes);
  }
}
