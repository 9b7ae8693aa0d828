package io.simmim.core.inspect;

import io.simmim.core.checkpoint.Elements;
import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorBytes;
import io.simmim.core.checkpoint.TensorData;
import java.nio.ByteBuffer;

/** Reads a tensor's values as doubles, piece by piece, so that its size costs no memory. */
public final class Values {

  private final ScalarType type;
  private final TensorBytes bytes;
  private double[] piece = new double[0];

  public Values(TensorData tensor) {
    type = tensor.type();
    bytes = new TensorBytes(tensor);
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
      for (int i = 0; i < count; i++) {
        piece[i] = Elements.real(type, read, i);
      }
    }
    return count;
  }

  /** The values that were read last. */
  public double[] piece() {
    return piece;
  }
}
