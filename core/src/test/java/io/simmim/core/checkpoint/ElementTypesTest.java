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
    assertArrayEquals(expected, halves.toFloat32().floats());
  }

  @Test
  void bfloat16IsTheUpperHalfOfAFloat() {
    TensorData values = shorts(ScalarType.BFLOAT16, 0x3F80, 0xC040, 0x0001, 0x7F80, 0x8000);
    assertArrayEquals(
        new float[] {1, -3, 0x1p-133f, Float.POSITIVE_INFINITY, -0f}, values.floats());
    assertEquals(ScalarType.FLOAT32, values.toFloat32().type());
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
    assertArrayEquals(new float[] {1f / 3}, third.toFloat32().floats());
  }

  @Test
  void realsAndIntegersAreNotTakenForOneAnother() {
    TensorData real = bytes(ScalarType.FLOAT64, 0, 0, 0, 0, 0, 0, 0, 0xC0);
    assertThrows(IllegalArgumentException.class, real::longs);
    assertThrows(IllegalArgumentException.class, bytes(ScalarType.INT8, 1)::floats);
    TensorData same = TensorData.scalar(2);
    assertSame(same, same.toFloat32());
  }
}
