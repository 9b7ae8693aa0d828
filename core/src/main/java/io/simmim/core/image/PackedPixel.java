package io.simmim.core.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** RGB pixels as whole numbers of the layout 0xBBGGRR, for fewer memory accesses. */
final class PackedPixel {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int BYTE = 0xff;

  private PackedPixel() {}

  /**
   * Reads a column of pixels; their highest bytes may be anything.
   *
   * @param at where the bytes of the first one start
   * @param stride bytes from a pixel to the one below
   */
  static void readColumn(byte[] rgb, int at, int stride, int[] pixels) {
    int last = pixels.length - 1;
    for (int i = 0; i < last; i++) {
      pixels[i] = (int) INT.get(rgb, at + i * stride);
    }
    // Behind the last pixel of a picture there is no fourth byte.
    int end = at + last * stride;
    pixels[last] = rgb[end] & BYTE | (rgb[end + 1] & BYTE) << 8 | (rgb[end + 2] & BYTE) << 16;
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
