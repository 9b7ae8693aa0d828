package io.simmim.core.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * A number that numpy saved, such as a best accuracy: {@code numpy.core.multiarray.scalar(dtype,
 * bytes)}, where the state of the type says the byte order.
 */
final class NumpyScalar {

  private NumpyScalar() {}

  /** A Double, Long or Boolean; empty for types that have no plain form. */
  static Optional<Object> of(PyTuple arguments) {
    List<Object> items = arguments.items();
    boolean known =
        items.size() == 2
            && items.get(0) instanceof PyObject type
            && type.className().equals("numpy.dtype")
            && !isBigEndian(type);
    if (!known || !(items.get(1) instanceof byte[] bytes)) {
      return Optional.empty();
    }
    List<Object> type = ((PyObject) items.get(0)).arguments();
    ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return scalarType(type.isEmpty() ? "" : String.valueOf(type.get(0)))
        .filter(t -> t.bytes() == bytes.length)
        .map(t -> value(t, little));
  }

  private static boolean isBigEndian(PyObject type) {
    return type.states().stream().anyMatch(s -> s instanceof PyTuple t && t.items().contains(">"));
  }

  private static Object value(ScalarType type, ByteBuffer bytes) {
    if (type.isFloat()) {
      return Elements.real(type, bytes, 0);
    }
    long value = Elements.integer(type, bytes, 0);
    return type == ScalarType.BOOL ? (Object) (value == 1) : (Object) value;
  }

  private static Optional<ScalarType> scalarType(String numpyName) {
    return switch (numpyName) {
      case "f2" -> Optional.of(ScalarType.FLOAT16);
      case "f4" -> Optional.of(ScalarType.FLOAT32);
      case "f8" -> Optional.of(ScalarType.FLOAT64);
      case "i1" -> Optional.of(ScalarType.INT8);
      case "i2" -> Optional.of(ScalarType.INT16);
      case "i4" -> Optional.of(ScalarType.INT32);
      case "i8" -> Optional.of(ScalarType.INT64);
      case "u1" -> Optional.of(ScalarType.UINT8);
      case "b1" -> Optional.of(ScalarType.BOOL);
      default -> Optional.empty();
    };
  }
}
