package io.simmim.core.inspect;

import io.simmim.core.checkpoint.Elements;
import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorBytes;
import io.simmim.core.checkpoint.TensorData;
import java.nio.ByteBuffer;
import java.util.Map;

/** Reads a tensor's values as doubles, piece by piece, so that its size costs no memory. */
public final class Values {

  private static final Map<ScalarType, Decoder> DECODERS =
      Map.of(
          ScalarType.FLOAT32, (bytes, at) -> bytes.getFloat(4 * at),
          ScalarType.FLOAT64, (bytes, at) -> bytes.getDouble(8 * at),
          ScalarType.FLOAT16, (bytes, at) -> Elements.half(bytes.getShort(2 * at)),
          ScalarType.BFLOAT16, (bytes, at) -> Elements.bfloat16(bytes.getShort(2 * at)),
          ScalarType.INT64, (bytes, at) -> bytes.getLong(8 * at),
          ScalarType.INT32, (bytes, at) -> bytes.getInt(4 * at),
          ScalarType.INT16, (bytes, at) -> bytes.getShort(2 * at),
          ScalarType.INT8, ByteBuffer::get,
          ScalarType.UINT8, (bytes, at) -> Byte.toUnsignedInt(bytes.get(at)),
          ScalarType.BOOL, (bytes, at) -> bytes.get(at) == 0 ? 0 : 1);

  private final ScalarType type;
  private final TensorBytes bytes;
  private double[] piece = new double[0];

  /** One element; {@code at} counts elements. */
  private interface Decoder {
    double decode(ByteBuffer bytes, int at);
  }

  /** The tensor must be of a type that {@link #knows}. */
  public Values(TensorData tensor) {
    type = tensor.type();
    bytes = new TensorBytes(tensor);
  }

  /** Whether values of this type are numbers that can be read. */
  public static boolean knows(ScalarType type) {
    return DECODERS.containsKey(type);
  }

  /** Reads the next values into {@link #piece} and returns how many; 0 at the end. */
  public int read() {
    int count = bytes.read() / type.bytes();
    ByteBuffer read = bytes.piece();
    piece = piece.length < count ? new double[count] : piece;
    if (type == ScalarType.FLOAT32) {
      for (int i = 0; i < count; i++) { // by far the most values are these
        piece[i] = read.getFloat(Float.BYTES * i);
      }
    } else {
      Decoder decoder = DECODERS.get(type);
      for (int i = 0; i < count; i++) {
        piece[i] = decoder.decode(read, i);
      }
    }
    return count;
  }

  /** The values that were read last. */
  public double[] piece() {
    return piece;
  }
}
