package io.simmim.core.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * A stored tensor: contiguous values in little-endian order.
 *
 * @param type element type
 * @param shape sizes, empty for a scalar
 * @param bytes the values; a view of the mapped file when it was read from one
 */
public record TensorData(ScalarType type, List<Long> shape, ByteBuffer bytes) {

  public TensorData {
    shape = List.copyOf(shape);
    long expected = Math.multiplyExact(elements(shape), type.bytes());
    if (bytes.remaining() != expected) {
      throw new IllegalArgumentException(
          "expected " + expected + " bytes for " + type + shape + ", got " + bytes.remaining());
    }
    bytes = bytes.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A 0-d float32 tensor. */
  public static TensorData scalar(float value) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return new TensorData(ScalarType.FLOAT32, List.of(), bytes.putFloat(0, value));
  }

  /** Number of elements. */
  public long elements() {
    return elements(shape);
  }

  static long elements(List<Long> shape) {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  /** A fresh view of the values, from position 0, little-endian. */
  public ByteBuffer view() {
    return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The values of a float32, float16 or bfloat16 tensor, exactly. */
  public float[] floats() {
    float[] values = new float[Math.toIntExact(elements())];
    ByteBuffer view = view();
    if (type == ScalarType.FLOAT32) {
      view.asFloatBuffer().get(values);
    } else if (type == ScalarType.FLOAT16 || type == ScalarType.BFLOAT16) {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) Elements.real(type, view, i);
      }
    } else {
      throw new IllegalArgumentException("expected a FLOAT32 tensor or a narrower, got " + type);
    }
    return values;
  }

  /** The values of any tensor; exact but for 64-bit integers beyond 2^53. */
  public double[] doubles() {
    double[] values = new double[Math.toIntExact(elements())];
    ByteBuffer view = view();
    Arrays.setAll(values, i -> Elements.real(type, view, i));
    return values;
  }

  /** The values of a tensor of integers or truth values. */
  public long[] longs() {
    if (type.isFloat()) {
      throw new IllegalArgumentException("expected a tensor of integers, got " + type);
    }
    long[] values = new long[Math.toIntExact(elements())];
    ByteBuffer view = view();
    Arrays.setAll(values, i -> Elements.integer(type, view, i));
    return values;
  }

  /**
   * The same values as float32.
   *
   * @throws IllegalArgumentException unless {@link #floats} has them
   */
  public TensorData toFloat32() {
    if (type == ScalarType.FLOAT32) {
      return this;
    }
    float[] values = floats();
    ByteBuffer wide = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
    wide.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return new TensorData(ScalarType.FLOAT32, shape, wide);
  }

  /** Shape as PyTorch prints it, {@code [2, 3]}. */
  public String shapeText() {
    return Arrays.toString(shape.toArray());
  }
}
