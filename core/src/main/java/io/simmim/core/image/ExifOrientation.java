package io.simmim.core.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held (EXIF tag 0x0112): the eight ways to store an upright picture. */
enum ExifOrientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, true, true),
  MIRRORED_UPSIDE_DOWN(false, false, true),
  TRANSPOSED(true, false, false),
  ROTATED_LEFT(true, true, false),
  TRANSVERSED(true, true, true),
  ROTATED_RIGHT(true, false, true);

  private static final int TAG = 0x0112;

  private final boolean swapAxes;
  private final boolean fromRight;
  private final boolean fromBottom;

  ExifOrientation(boolean swapAxes, boolean fromRight, boolean fromBottom) {
    this.swapAxes = swapAxes;
    this.fromRight = fromRight;
    this.fromBottom = fromBottom;
  }

  /** The orientation noted in a JPEG file; UPRIGHT for other files and unreadable notes. */
  static ExifOrientation of(byte[] file) {
    ExifOrientation[] found = {UPRIGHT};
    if (JpegSegments.isJpeg(file)) {
      JpegSegments.forEach(
          file, JpegSegments.APP1, "Exif\0\0", (at, tiff) -> found[0] = ofTiff(tiff));
    }
    return found[0];
  }

  private static ExifOrientation ofTiff(ByteBuffer tiff) {
    if (tiff.remaining() < 8) {
      return UPRIGHT;
    }
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return UPRIGHT;
    }
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries && directory + 14 + 12 * i <= tiff.limit(); i++) {
      int entry = directory + 2 + 12 * i;
      int value = tiff.getShort(entry + 8);
      if (tiff.getShort(entry) == TAG && value >= 1 && value <= values().length) {
        return values()[value - 1];
      }
    }
    return UPRIGHT;
  }

  /** The upright picture. */
  RgbImage apply(RgbImage stored) {
    if (this == UPRIGHT) {
      return stored;
    }
    int width = swapAxes ? stored.height() : stored.width();
    int height = swapAxes ? stored.width() : stored.height();
    byte[] rgb = new byte[stored.rgb().length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int across = fromRight ? width - 1 - x : x;
        int down = fromBottom ? height - 1 - y : y;
        int from = swapAxes ? across * stored.width() + down : down * stored.width() + across;
        int to = (y * width + x) * RgbImage.CHANNELS;
        System.arraycopy(stored.rgb(), from * RgbImage.CHANNELS, rgb, to, RgbImage.CHANNELS);
      }
    }
    return new RgbImage(width, height, rgb);
  }
}
