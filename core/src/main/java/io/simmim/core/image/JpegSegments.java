package io.simmim.core.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/** Walks over the application segments at the head of a JPEG file. */
final class JpegSegments {

  static final int APP1 = 0xe1;
  static final int APP2 = 0xe2;
  static final int APP14 = 0xee;
  static final int COMMENT = 0xfe;

  private static final int START_OF_SCAN = 0xda;
  private static final int HEADER = 4;

  private JpegSegments() {}

  static boolean isJpeg(byte[] file) {
    return file.length > HEADER && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xd8;
  }

  /**
   * Calls the visitor for every segment of one kind before the first scan.
   *
   * @param kind second byte of the segment's marker
   * @param signature the text with which the segment's content starts
   * @param visitor gets the offset of the marker's second byte, and the content after the signature
   */
  static void forEach(
      byte[] file, int kind, String signature, BiConsumer<Integer, ByteBuffer> visitor) {
    byte[] name = signature.getBytes(StandardCharsets.ISO_8859_1);
    int at = 2;
    while (at + HEADER <= file.length && (file[at] & 0xff) == 0xff) {
      int marker = file[at + 1] & 0xff;
      int length = (file[at + 2] & 0xff) << 8 | file[at + 3] & 0xff;
      int end = at + 2 + length;
      if (marker == START_OF_SCAN || length < 2 || end > file.length) {
        return;
      }
      ByteBuffer content = ByteBuffer.wrap(file, at + HEADER, length - 2).slice();
      if (marker == kind && startsWith(content, name)) {
        visitor.accept(at + 1, content.position(name.length).slice());
      }
      at = end;
    }
  }

  private static boolean startsWith(ByteBuffer content, byte[] name) {
    return content.remaining() >= name.length
        && content.slice(0, name.length).equals(ByteBuffer.wrap(name));
  }
}
