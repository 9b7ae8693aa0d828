package io.simmim.core.image;

import java.nio.charset.StandardCharsets;

/**
 * Hides embedded colour profiles. Pillow's {@code convert('RGB')} ignores them, while the JPEG and
 * WebP readers would convert the colours, by up to 70 levels.
 */
final class ColorProfile {

  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int ICC_FLAG = 0x20;

  private ColorProfile() {}

  /** A copy of the file without a profile. */
  static byte[] hidden(byte[] file) {
    byte[] plain = file.clone();
    if (JpegSegments.isJpeg(file)) {
      JpegSegments.forEach(
          file,
          JpegSegments.APP2,
          "ICC_PROFILE",
          (at, content) -> plain[at] = (byte) JpegSegments.COMMENT);
    } else if (tag(file, 0).equals("RIFF") && tag(file, 8).equals("WEBP")) {
      hideWebpChunk(plain);
    }
    return plain;
  }

  private static void hideWebpChunk(byte[] file) {
    for (int at = RIFF_HEADER; at >= 0 && at + CHUNK_HEADER < file.length; ) {
      if (tag(file, at).equals("VP8X")) {
        file[at + CHUNK_HEADER] &= ~ICC_FLAG;
      } else if (tag(file, at).equals("ICCP")) {
        file[at] = 'X';
      }
      int length = littleEndianInt(file, at + 4);
      if (length < 0) {
        return;
      }
      at += CHUNK_HEADER + length + (length & 1);
    }
  }

  private static String tag(byte[] file, int at) {
    return file.length < at + 4 ? "" : new String(file, at, 4, StandardCharsets.ISO_8859_1);
  }

  private static int littleEndianInt(byte[] file, int at) {
    return file[at] & 0xff
        | (file[at + 1] & 0xff) << 8
        | (file[at + 2] & 0xff) << 16
        | file[at + 3] << 24;
  }
}
