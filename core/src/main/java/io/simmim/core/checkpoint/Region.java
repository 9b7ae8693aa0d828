package io.simmim.core.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a file that is still open; it may be longer than a buffer.
 *
 * @param offset of its first byte in the file
 * @param length in bytes
 */
record Region(MappedFile file, long offset, long length) {

  private static final long PIECE = 1L << 30;

  /** So many bytes from {@code from} on, counted within the region; at most 2 GB. */
  ByteBuffer slice(long from, long count) throws FormatException {
    requireWithin(from, count);
    try {
      return file.slice(offset + from, count);
    } catch (IOException e) {
      throw new FormatException("a part of " + count + " bytes cannot be read");
    }
  }

  /** A region within this one. */
  Region part(long from, long count) throws FormatException {
    requireWithin(from, count);
    return new Region(file, offset + from, count);
  }

  private void requireWithin(long from, long count) throws FormatException {
    if (from < 0 || count < 0 || count > length - from) {
      throw new FormatException(
          "it ends before a part of " + count + " bytes at " + (offset + from));
    }
  }

  /** All of it in buffers one after the other, which stay valid when the file is closed. */
  List<ByteBuffer> pieces() throws FormatException {
    List<ByteBuffer> pieces = new ArrayList<>();
    for (long from = 0; from < length; from += PIECE) {
      pieces.add(slice(from, Math.min(PIECE, length - from)));
    }
    return pieces;
  }
}
