package io.simmim.core.image;

/**
 * Pillow's conversion to mode {@code L}: ITU-R 601-2 luma in 16-bit fixed point (Pillow {@code
 * src/libImaging/Convert.c}).
 */
final class Luma {

  private static final int RED = 19_595;
  private static final int GREEN = 38_470;
  private static final int BLUE = 7_471;
  private static final int FRACTION_BITS = 16;
  private static final int HALF = 1 << FRACTION_BITS - 1;

  private Luma() {}

  /** The luma 0..255 of the pixel whose red starts at {@code at}. */
  static int of(byte[] rgb, int at) {
    return (rgb[at] & 0xff) * RED
            + (rgb[at + 1] & 0xff) * GREEN
            + (rgb[at + 2] & 0xff) * BLUE
            + HALF
        >> FRACTION_BITS;
  }
}
