package io.simmim.core.checkpoint;

import java.nio.ByteBuffer;

/** Single values of a little-endian buffer by their element type. */
public final class Elements {

  private static final float SMALLEST_HALF = 0x1p-24f;

  private Elements() {}

  /** The value at an index; exact but for 64-bit integers beyond 2^53. */
  public static double real(ScalarType type, ByteBuffer bytes, int index) {
    return switch (type) {
      case FLOAT32 -> bytes.getFloat(index * Float.BYTES);
      case FLOAT64 -> bytes.getDouble(index * Double.BYTES);
      case FLOAT16 -> half(bytes.getShort(index * Short.BYTES));
      case BFLOAT16 -> bfloat16(bytes.getShort(index * Short.BYTES));
      default -> integer(type, bytes, index);
    };
  }

  /** The value at an index of integers; 0 or 1 of truth values. */
  static long integer(ScalarType type, ByteBuffer bytes, int index) {
    return switch (type) {
      case INT64 -> bytes.getLong(index * Long.BYTES);
      case INT32 -> bytes.getInt(index * Integer.BYTES);
      case INT16 -> bytes.getShort(index * Short.BYTES);
      case INT8 -> bytes.get(index);
      case UINT8 -> bytes.get(index) & 0xFF;
      case BOOL -> bytes.get(index) == 0 ? 0 : 1;
      default -> throw new IllegalArgumentException("expected an integer type, got " + type);
    };
  }

  /** IEEE 754 binary16; every value is a float too. */
  static float half(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = bits >> 10 & 0x1F;
    int fraction = bits & 0x3FF;
    if (exponent == 0) {
      float magnitude = fraction * SMALLEST_HALF;
      return sign == 0 ? magnitude : -magnitude;
    }
    int widened = exponent == 0x1F ? 0xFF : exponent + 112; // biases are 15 and 127
    return Float.intBitsToFloat(sign | widened << 23 | fraction << 13);
  }

  /** The upper half of a float. */
  static float bfloat16(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }
}
