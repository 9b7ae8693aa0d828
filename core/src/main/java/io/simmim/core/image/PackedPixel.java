package io.simmim.core.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** RGB pixels as whole numbers of the layout 0xBBGGRR, for fewer memory accesses. */
final class PackedPixel {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int BYTE = 0xff;

  private PackedPixel() {}

  /**
   * Reads pixels that lie below each other, and those right of them; their highest bytes may be
   * anything. Behind the last pixel of the picture there is black.
   *
   * @param at where the bytes of the first one start
   */
  static void readColumns(RgbImage image, int at, int[] left, int[] right) {
    byte[] rgb = image.rgb();
    int stride = image.width() * RgbImage.CHANNELS;
    int whole = Math.floorDiv(rgb.length - Long.BYTES - at, stride) + 1;
    int rows = Math.max(0, Math.min(left.length, whole));
    for (int i = 0; i < rows; i++) {
      long pixels = (long) LONG.get(rgb, at + i * stride);
      left[i] = (int) pixels;
      right[i] = (int) (pixels >>> 24);
    }
    for (int i = rows; i < left.length; i++) {
      left[i] = read(rgb, at + i * stride);
      right[i] = read(rgb, at + i * stride + RgbImage.CHANNELS);
    }
  }

  private static int read(byte[] rgb, int at) {
    return at + 2 < rgb.length
        ? rgb[at] & BYTE | (rgb[at + 1] & BYTE) << 8 | (rgb[at + 2] & BYTE) << 16
        : 0;
  }

  /** Puts pixels as bytes at an index and behind. */
  static void write(int[] pixels, byte[] rgb, int to) {
    int at = to;
    for (int pixel : pixels) {
      rgb[at] = (byte) pixel;
      rgb[at + 1] = (byte) (pixel >> 8);
      rgb[at + 2] = (byte) (pixel >> 16);
      at += RgbImage.CHANNELS;
    }
  }
}
