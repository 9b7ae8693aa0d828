package io.simmim.core.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TensorStatsTest {

  private static TensorStats stats(ScalarType type, int... bits) {
    ByteBuffer bytes =
        ByteBuffer.allocate(bits.length * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : bits) {
      switch (type.bytes()) {
        case 1 -> bytes.put((byte) value);
        case 2 -> bytes.putShort((short) value);
        case 4 -> bytes.putInt(value);
        default -> bytes.putLong(value);
      }
    }
    return TensorStats.of(new TensorData(type, List.of((long) bits.length), bytes.rewind()));
  }

  private static void assertRange(double min, double mean, double max, TensorStats stats) {
    assertEquals(List.of(min, mean, max), List.of(stats.min(), stats.mean(), stats.max()));
  }

  @Test
  void manyValuesAreAddedExactlyEnough() {
    float[] values = new float[20_001];
    Random random = new Random(7);
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = 1000 + (float) random.nextGaussian();
      sum += values[i];
    }
    double mean = sum / values.length;
    double squares = 0;
    for (float value : values) {
      squares += (value - mean) * (value - mean);
    }
    TensorStats stats = TensorStats.of(Checkpoints.floats(values));
    assertEquals(mean, stats.mean(), 1e-9);
    assertEquals(Math.sqrt(squares / (values.length - 1)), stats.std(), 1e-9);
  }

  @Test
  void whatIsNotFiniteIsCountedAndLeftOut() {
    TensorStats stats =
        TensorStats.of(
            Checkpoints.floats(Float.NaN, 1, Float.POSITIVE_INFINITY, 3, Float.NEGATIVE_INFINITY));
    assertRange(1, 2, 3, stats);
    assertEquals(Math.sqrt(2), stats.std(), 1e-12);
    assertEquals(1, stats.nans());
    assertEquals(2, stats.infinities());
  }

  @Test
  void thereMayBeNothingToMeasure() {
    assertTrue(Double.isNaN(TensorStats.of(Checkpoints.floats()).mean()));
    TensorStats one = TensorStats.of(Checkpoints.floats(5));
    assertEquals(5, one.max());
    assertTrue(Double.isNaN(one.std()));
  }

  @Test
  void everyElementTypeIsRead() {
    // 1.5, -2, the smallest half above 0, the largest half
    assertRange(
        -2,
        (65504 + 1.5 - 2 + Math.scalb(1.0, -24)) / 4,
        65504,
        stats(ScalarType.FLOAT16, 0x3e00, 0xc000, 0x0001, 0x7bff));
    assertEquals(1, stats(ScalarType.FLOAT16, 0x7c01, 0xfc00).nans());
    assertEquals(1, stats(ScalarType.FLOAT16, 0x7c01, 0xfc00).infinities());
    assertRange(-2, -0.25, 1.5, stats(ScalarType.BFLOAT16, 0x3fc0, 0xc000));
    assertRange(-3, 1, 5, stats(ScalarType.INT64, -3, 5));
    assertRange(-3, 1, 5, stats(ScalarType.INT32, -3, 5));
    assertRange(-3, 1, 5, stats(ScalarType.INT16, -3, 5));
    assertRange(-3, 1, 5, stats(ScalarType.INT8, -3, 5));
    assertRange(5, 129, 253, stats(ScalarType.UINT8, -3, 5));
    assertRange(0, 0.5, 1, stats(ScalarType.BOOL, 0, 1));
  }

  @Test
  void theOrderIsTheFiles() throws Exception {
    var tensors = new java.util.LinkedHashMap<String, TensorData>();
    for (String name : List.of("z", "a", "m")) {
      tensors.put(name, Checkpoints.floats(1));
    }
    Map<String, ?> all = TensorStats.of(tensors);
    assertEquals(List.of("z", "a", "m"), List.copyOf(all.keySet()));
  }
}
