package io.simmim.core.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ElementTypesTest {

  private static TensorData shorts(ScalarType type, int... bits) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * bits.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : bits) {
      bytes.putShort((short) value);
    }
    return new TensorData(type, List.of((long) bits.length), bytes.flip());
  }

  private static TensorData bytes(ScalarType type, int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    long count = bytes.length / type.bytes();
    return new TensorData(type, List.of(count), ByteBuffer.wrap(bytes));
  }

  @Test
  void halvesWidenExactly() {
    TensorData halves =
        shorts(
            ScalarType.FLOAT16,
            0x3C00,
            0xC000,
            0x7BFF,
            0x0001,
            0x03FF,
            0x0400,
            0x8000,
            0x8001,
            0x7C00,
            0xFC00,
            0x3555);
    float[] expected = {
      1,
      -2,
      65504,
      0x1p-24f,
      0x1.ff8p-15f,
      0x1p-14f,
      -0f,
      -0x1p-24f,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY,
      0x1.554p-2f
    };
    assertArrayEquals(expected, halves.floats());
    assertTrue(Float.isNaN(shorts(ScalarType.FLOAT16, 0x7E00).floats()[0]));
    assertArrayEquals(expected, halves.to(ScalarType.FLOAT32).floats());
  }

  @Test
  void bfloat16IsTheUpperHalfOfAFloat() {
    TensorData values = shorts(ScalarType.BFLOAT16, 0x3F80, 0xC040, 0x0001, 0x7F80, 0x8000);
    assertArrayEquals(
        new float[] {1, -3, 0x1p-133f, Float.POSITIVE_INFINITY, -0f}, values.floats());
    assertEquals(ScalarType.FLOAT32, values.to(ScalarType.FLOAT32).type());
  }

  @Test
  void integersAndTruthValuesKeepTheirSigns() {
    assertArrayEquals(new long[] {-1, 127}, bytes(ScalarType.INT8, 0xFF, 0x7F).longs());
    assertArrayEquals(new long[] {255, 127}, bytes(ScalarType.UINT8, 0xFF, 0x7F).longs());
    assertArrayEquals(new long[] {0, 1, 1}, bytes(ScalarType.BOOL, 0, 1, 2).longs());
    assertArrayEquals(new long[] {-256}, bytes(ScalarType.INT16, 0, 0xFF).longs());
    assertArrayEquals(new double[] {-2}, bytes(ScalarType.INT32, 0xFE, 255, 255, 255).doubles());
    assertArrayEquals(
        new long[] {1L << 56}, bytes(ScalarType.INT64, 0, 0, 0, 0, 0, 0, 0, 1).longs());
    assertArrayEquals(
        new double[] {-2}, bytes(ScalarType.FLOAT64, 0, 0, 0, 0, 0, 0, 0, 0xC0).doubles());
  }

  @Test
  void doublesAreRoundedToFloats() {
    TensorData third = bytes(ScalarType.FLOAT64, 0x55, 0x55, 0x55, 0x55, 0x55, 0x55, 0xD5, 0x3F);
    assertArrayEquals(new float[] {1f / 3}, third.floats());
    assertArrayEquals(new float[] {1f / 3}, third.to(ScalarType.FLOAT32).floats());
  }

  private static TensorData floats(float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return new TensorData(ScalarType.FLOAT32, List.of((long) values.length), bytes);
  }

  private static short[] narrowed(ScalarType type, float... values) {
    short[] bits = new short[values.length];
    floats(values).to(type).view().asShortBuffer().get(bits);
    return bits;
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16"})
  void everyNarrowNumberSurvivesTheWayThroughFloats(ScalarType type) {
    short[] all = new short[1 << 16];
    for (int i = 0; i < all.length; i++) {
      all[i] = (short) i;
    }
    ByteBuffer bytes = ByteBuffer.allocate(2 * all.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(all);
    TensorData narrow = new TensorData(type, List.of((long) all.length), bytes);
    float[] wide = narrow.floats();
    short[] back = narrowed(type, wide);
    for (int i = 0; i < all.length; i++) {
      if (!Float.isNaN(wide[i])) {
        assertEquals(all[i], back[i]);
      }
    }
  }

  // What Tensor.half() of PyTorch gives.
  @Test
  void halvesAreRoundedToTheNearestTiesToEven() {
    float[] values = {
      2049, 2051, 65519.996f, 65520, -1e9f, 0x1p-25f, 0x1.8p-24f, 0x1.000002p-25f, 0x1.ffep-15f, -0f
    };
    short[] bits = {
      0x6800, 0x6802, 0x7BFF, 0x7C00, (short) 0xFC00, 0, 2, 1, 0x0400, (short) 0x8000
    };
    assertArrayEquals(bits, narrowed(ScalarType.FLOAT16, values));
    assertTrue(Float.isNaN(floats(Float.NaN).to(ScalarType.FLOAT16).floats()[0]));
  }

  // What Tensor.bfloat16() of PyTorch gives.
  @Test
  void bfloat16IsRoundedToTheNearestTiesToEven() {
    float[] values = {257, 259, -257, Float.MAX_VALUE, 0x1.01p-127f};
    short[] bits = {0x4380, 0x4382, (short) 0xC380, 0x7F80, 0x0040};
    assertArrayEquals(bits, narrowed(ScalarType.BFLOAT16, values));
    assertTrue(Float.isNaN(floats(Float.NaN).to(ScalarType.BFLOAT16).floats()[0]));
  }

  @Test
  void realsAndIntegersAreNotTakenForOneAnother() {
    TensorData real = bytes(ScalarType.FLOAT64, 0, 0, 0, 0, 0, 0, 0, 0xC0);
    assertThrows(IllegalArgumentException.class, real::longs);
    assertThrows(IllegalArgumentException.class, bytes(ScalarType.INT8, 1)::floats);
    TensorData same = TensorData.scalar(2);
    assertSame(same, same.to(ScalarType.FLOAT32));
  }
}
