package io.simmim.core.portrait;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.LongStream;

/** Tensors made of formulas. */
final class Fixture {

  private Fixture() {}

  /** A float32 tensor whose values depend on their place in reading order. */
  static TensorData tensor(IntToDoubleFunction value, long... shape) {
    int size = Math.toIntExact(LongStream.of(shape).reduce(1, (a, b) -> a * b));
    ByteBuffer bytes = ByteBuffer.allocate(size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < size; i++) {
      bytes.putFloat(i * Float.BYTES, (float) value.applyAsDouble(i));
    }
    return new TensorData(ScalarType.FLOAT32, sizes(shape), bytes);
  }

  /** A float64 tensor of one dimension. */
  static TensorData doubles(double... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < values.length; i++) {
      bytes.putDouble(i * Double.BYTES, values[i]);
    }
    return new TensorData(ScalarType.FLOAT64, List.of((long) values.length), bytes);
  }

  /** An int64 tensor of one dimension. */
  static TensorData longs(long... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < values.length; i++) {
      bytes.putLong(i * Long.BYTES, values[i]);
    }
    return new TensorData(ScalarType.INT64, List.of((long) values.length), bytes);
  }

  private static List<Long> sizes(long... shape) {
    return Arrays.stream(shape).boxed().toList();
  }
}
