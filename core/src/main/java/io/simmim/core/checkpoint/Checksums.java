package io.simmim.core.checkpoint;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The CRC-32 of parts of a zip, to be looked at later: that reads every byte, and whoever only
 * wants to know what is in a file need not wait for it.
 */
final class Checksums {

  private final List<Part> parts = new ArrayList<>();

  private record Part(String name, List<ByteBuffer> pieces, long expected) {}

  void add(String name, Region content, long expected) throws FormatException {
    parts.add(new Part(name, content.pieces(), expected));
  }

  /** Reads all parts and compares. */
  void require() throws FormatException {
    for (Part part : parts) {
      CRC32 crc = new CRC32();
      part.pieces().forEach(piece -> update(crc, piece));
      if (crc.getValue() != part.expected()) {
        throw new FormatException("the checksum of its part " + part.name() + " is wrong");
      }
    }
  }

  /** CRC-32 of one buffer. */
  static long of(ByteBuffer content) {
    CRC32 crc = new CRC32();
    update(crc, content);
    return crc.getValue();
  }

  private static void update(CRC32 crc, ByteBuffer content) {
    TensorBytes bytes = new TensorBytes(content);
    for (int length = bytes.read(); length > 0; length = bytes.read()) {
      crc.update(bytes.piece().array(), 0, length);
    }
  }
}
