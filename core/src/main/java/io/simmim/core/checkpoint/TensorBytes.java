package io.simmim.core.checkpoint;

import io.simmim.core.fault.CheckpointException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads a tensor's bytes piece by piece into one array, so that its size costs no memory.
 *
 * <p>A mapped file may become shorter while it is read, and touching what is gone must not take the
 * program down. Java turns the fault into an error where its own code copies, but not where the
 * native code of a checksum, a comparison or the engine reads the mapping. So everything that looks
 * at values goes through here, and gets an {@link UncheckedIOException} whose cause holds a
 * sentence; {@link #refusal} makes a failure of it.
 */
public final class TensorBytes {

  private static final int PIECE = 1 << 16; // a multiple of all element sizes
  private static final int MAX_FAULTS = 3;
  private static final int POKE = 8;
  private static final String GONE =
      "The checkpoint file ended while it was read, so another program is writing to it or its disk"
          + " is gone; wait until it is whole and open it again.";

  private final ByteBuffer source;
  private final ByteBuffer piece;

  public TensorBytes(TensorData tensor) {
    this(tensor.view());
  }

  /** The bytes from the buffer's position to its limit. */
  TensorBytes(ByteBuffer bytes) {
    source = bytes.duplicate();
    piece = ByteBuffer.allocate(Math.min(PIECE, source.remaining())).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads the next bytes, whole elements, into {@link #piece}.
   *
   * @return how many; 0 at the end
   * @throws UncheckedIOException when the file ended meanwhile
   */
  public int read() {
    int length = Math.min(piece.capacity(), source.remaining());
    try {
      source.get(piece.array(), 0, length);
      deliverFault();
    } catch (InternalError e) {
      throw ended(e);
    }
    piece.position(0).limit(length);
    return length;
  }

  // The virtual machine notes a fault and throws it when its own code is called next. Of what
  // always
  // calls it, whatever is compiled, an array of arrays is the cheapest; natives do not throw it.
  static int deliverFault() {
    return new byte[POKE][1].length;
  }

  /** What was read last, from position 0, in little-endian order, in an array of its own. */
  public ByteBuffer piece() {
    return piece;
  }

  // One copy may fault on several pages, and each fault may be thrown by itself.
  static UncheckedIOException ended(InternalError fault) {
    for (int attempt = 0; attempt < MAX_FAULTS; attempt++) {
      try {
        deliverFault();
      } catch (InternalError another) {
        fault.addSuppressed(another);
      }
    }
    return new UncheckedIOException(new IOException(GONE, fault));
  }

  /** The failure that a file's end in the middle of reading is. */
  public static CheckpointException refusal(UncheckedIOException ended) {
    return new CheckpointException(ended.getCause().getMessage(), ended);
  }
}
