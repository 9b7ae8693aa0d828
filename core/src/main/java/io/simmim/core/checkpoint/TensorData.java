package io.simmim.core.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
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

  /** The values of a tensor of floating-point numbers; exact but for float64, which is rounded. */
  public float[] floats() {
    if (!type.isFloat()) {
      throw new IllegalArgumentException("expected a tensor of floats, got " + type);
    }
    float[] values = new float[Math.toIntExact(elements())];
    copyTo(FloatBuffer.wrap(values));
    return values;
  }

  /** The values of any tensor; exact but for 64-bit integers beyond 2^53. */
  public double[] doubles() {
    double[] values = new double[Math.toIntExact(elements())];
    each((piece, at, i) -> values[i] = Elements.real(type, piece, at));
    return values;
  }

  /** The values of a tensor of integers or truth values. */
  public long[] longs() {
    if (type.isFloat()) {
      throw new IllegalArgumentException("expected a tensor of integers, got " + type);
    }
    long[] values = new long[Math.toIntExact(elements())];
    each((piece, at, i) -> values[i] = Elements.integer(type, piece, at));
    return values;
  }

  /**
   * A tensor of floating-point numbers as another such type; what that cannot hold is rounded to
   * the nearest, ties to even, or becomes infinite.
   */
  public TensorData to(ScalarType other) {
    if (type == other) {
      return this;
    }
    if (!type.isFloat() || !other.isFloat()) {
      throw new IllegalArgumentException("expected two types of floats, got " + type + other);
    }
    int size = Math.multiplyExact(Math.toIntExact(elements()), other.bytes());
    ByteBuffer changed = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    each((piece, at, i) -> Elements.put(other, changed, i, Elements.real(type, piece, at)));
    return new TensorData(other, shape, changed);
  }

  /** Puts the bytes as they are into {@code target}, without touching more of the file at once. */
  public void copyTo(ByteBuffer target) {
    TensorBytes source = new TensorBytes(this);
    while (source.read() > 0) {
      target.put(source.piece());
    }
  }

  /** Puts the values of {@link #floats} into {@code target}. */
  public void copyTo(FloatBuffer target) {
    TensorBytes source = new TensorBytes(this);
    for (int length = source.read(); length > 0; length = source.read()) {
      if (type == ScalarType.FLOAT32) {
        target.put(source.piece().asFloatBuffer());
      } else {
        for (int at = 0; at < length / type.bytes(); at++) {
          target.put((float) Elements.real(type, source.piece(), at));
        }
      }
    }
  }

  /** Something done with each value: number {@code at} of a piece, {@code index} of the tensor. */
  private interface Element {
    void take(ByteBuffer piece, int at, int index);
  }

  private void each(Element element) {
    TensorBytes source = new TensorBytes(this);
    int index = 0;
    for (int length = source.read(); length > 0; length = source.read()) {
      for (int at = 0; at < length / type.bytes(); at++) {
        element.take(source.piece(), at, index++);
      }
    }
  }

  /** Shape as PyTorch prints it, {@code [2, 3]}. */
  public String shapeText() {
    return Arrays.toString(shape.toArray());
  }
}
