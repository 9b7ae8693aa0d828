package io.simmim.core.image;

/**
 * A row or a column of RGB pixels, one array for each channel: the compiler turns loops over whole
 * arrays from index 0 into vector instructions, and hardly any others.
 */
final class PixelLine {

  private static final int FRACTION_BITS = ResizeTaps.FRACTION_BITS;
  private static final int HALF = 1 << FRACTION_BITS - 1;
  private static final int MAX = 255;
  private static final int SIGN = 31;

  private final int[] red;
  private final int[] green;
  private final int[] blue;

  /** A black line. */
  PixelLine(int length) {
    red = new int[length];
    green = new int[length];
    blue = new int[length];
  }

  /** Takes over pixels of the layout 0xBBGGRR; higher bits may be anything. */
  void unpack(int[] pixels) {
    unpack(pixels, 0, red);
    unpack(pixels, 8, green);
    unpack(pixels, 16, blue);
  }

  private static void unpack(int[] pixels, int shift, int[] levels) {
    for (int i = 0; i < levels.length; i++) {
      levels[i] = pixels[i] >> shift & MAX;
    }
  }

  /** Becomes the start of a fixed-point sum that {@link #add} goes on with. */
  void start(PixelLine line, int weight) {
    start(red, line.red, weight);
    start(green, line.green, weight);
    start(blue, line.blue, weight);
  }

  private static void start(int[] sums, int[] levels, int weight) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = HALF + levels[i] * weight;
    }
  }

  /** Adds a line of the same length times a weight. */
  void add(PixelLine line, int weight) {
    add(red, line.red, weight);
    add(green, line.green, weight);
    add(blue, line.blue, weight);
  }

  private static void add(int[] sums, int[] levels, int weight) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += levels[i] * weight;
    }
  }

  /** Rounds the sums to levels, clipped to 0..255, as pixels of the layout 0xBBGGRR. */
  void pack(int[] pixels) {
    round(red);
    round(green);
    round(blue);
    pack(red, green, blue, pixels);
  }

  /** Without Math.min and Math.max, which keep the loop from becoming vector instructions. */
  private static void round(int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      int level = sums[i] >> FRACTION_BITS;
      int below = MAX - (level & ~(level >> SIGN));
      sums[i] = MAX - (below & ~(below >> SIGN));
    }
  }

  private static void pack(int[] red, int[] green, int[] blue, int[] pixels) {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = red[i] | green[i] << 8 | blue[i] << 16;
    }
  }
}
