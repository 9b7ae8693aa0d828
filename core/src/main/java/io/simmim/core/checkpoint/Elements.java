package io.simmim.core.checkpoint;

import java.nio.ByteBuffer;

/** Single values of a little-endian buffer by their element type. */
public final class Elements {

  private static final float SMALLEST_HALF = 0x1p-24f;
  private static final float SMALLEST_NORMAL_HALF = 0x1p-14f;
  private static final float BEYOND_HALF = 0x1p16f;

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

  /**
   * Puts a value at an index of a floating-point type, rounded to the nearest, ties to even, as
   * PyTorch's {@code Tensor.to} does.
   */
  static void put(ScalarType type, ByteBuffer bytes, int index, double value) {
    switch (type) {
      case FLOAT32 -> bytes.putFloat(index * Float.BYTES, (float) value);
      case FLOAT64 -> bytes.putDouble(index * Double.BYTES, value);
      case FLOAT16 -> bytes.putShort(index * Short.BYTES, toHalf((float) value));
      case BFLOAT16 -> bytes.putShort(index * Short.BYTES, toBfloat16((float) value));
      default -> throw new IllegalArgumentException("expected a type of floats, got " + type);
    }
  }

  private static short toHalf(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    float magnitude = Math.abs(value);
    if (Float.isNaN(value)) {
      return (short) (sign | 0x7E00);
    }
    if (magnitude < SMALLEST_NORMAL_HALF) {
      // From 1/2 on, floats are as far apart as halves are here: the sum is rounded as wanted.
      return (short)
          (sign | Float.floatToRawIntBits(magnitude + 0.5f) - Float.floatToRawIntBits(0.5f));
    }
    if (magnitude >= BEYOND_HALF) {
      return (short) (sign | 0x7C00);
    }
    int rebiased = Float.floatToRawIntBits(magnitude) - (112 << 23); // biases are 127 and 15
    return (short) (sign | rounded(rebiased, 13));
  }

  private static short toBfloat16(float value) {
    return Float.isNaN(value) ? 0x7FC0 : (short) rounded(Float.floatToRawIntBits(value), 16);
  }

  /** Without the last {@code cut} bits, to the nearest, ties to even. */
  private static int rounded(int bits, int cut) {
    int half = (1 << cut - 1) - 1 + (bits >>> cut & 1);
    return bits + half >>> cut;
  }

  /** The upper half of a float. */
  static float bfloat16(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }
}
