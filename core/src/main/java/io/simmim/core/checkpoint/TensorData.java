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
    long expected = elements(shape) * type.bytes();
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

  /** The values of a float32 tensor. */
  public float[] floats() {
    if (type != ScalarType.FLOAT32) {
      throw new IllegalArgumentException("expected a FLOAT32 tensor, got " + type);
    }
    float[] values = new float[Math.toIntExact(elements())];
    view().asFloatBuffer().get(values);
    return values;
  }

  /** Shape as PyTorch prints it, {@code [2, 3]}. */
  public String shapeText() {
    return Arrays.toString(shape.toArray());
  }
}
