package io.simmim.workbench.picture;

import io.simmim.core.image.RgbImage;

/**
 * Colour scales for numbers, told apart also by those who do not see red and green as two colours:
 * blue and orange on either side of 0 (the middle is near the background of the theme), and from
 * dark blue to yellow for what has no middle (after cividis, Nunez et al. 2018).
 */
public enum HeatColors {
  LIGHT(0x08306b, 0x2171b5, 0x6baed6, 0xc6dbef, 0xf7f7f7, 0xfdd0a2, 0xfd8d3c, 0xd94801, 0x7f2704),
  DARK(0xc6dbef, 0x6baed6, 0x2f7fc1, 0x1d446e, 0x20252c, 0x7a3a12, 0xd2600f, 0xfd9a4e, 0xfee0c0);

  private static final int[] ASCENDING = {
    0x00224e, 0x123570, 0x3b496c, 0x575d6d, 0x707173, 0x8a8678, 0xa59c74, 0xc3b369, 0xe1cc55,
    0xfee838
  };

  private static final int NO_NUMBER = 0xd33682;
  private static final int LEVELS = 255;
  private static final double BRIGHT = 0.5;

  private final int[] aroundZero;

  HeatColors(int... aroundZero) {
    this.aroundZero = aroundZero;
  }

  /**
   * The colour of a number as 0xRRGGBB; one that is not a number is magenta.
   *
   * @param low the number of the first colour
   * @param high the number of the last colour; with {@code low == -high} the colours have a middle
   */
  public int of(double value, double low, double high) {
    if (Double.isNaN(value)) {
      return NO_NUMBER;
    }
    int[] stops = low == -high ? aroundZero : ASCENDING;
    double share = high > low ? (value - low) / (high - low) : 0.5;
    return between(stops, Math.max(0, Math.min(1, share)) * (stops.length - 1));
  }

  /** Whether black reads better than white on this colour. */
  public static boolean isBright(int rgb) {
    double luminance = 0.2126 * (rgb >> 16 & LEVELS) + 0.7152 * (rgb >> 8 & LEVELS);
    return (luminance + 0.0722 * (rgb & LEVELS)) / LEVELS > BRIGHT;
  }

  /** All colours from {@code low} to {@code high}, left to right. */
  public RgbImage bar(double low, double high, int width, int height) {
    return Tile.draw(
        height, width, (row, x) -> low + (high - low) * x / (width - 1), this, low, high);
  }

  /** Writes the pixel number {@code at} of interleaved RGB. */
  static void put(byte[] rgb, int at, int color) {
    rgb[at * RgbImage.CHANNELS] = (byte) (color >> 16);
    rgb[at * RgbImage.CHANNELS + 1] = (byte) (color >> 8);
    rgb[at * RgbImage.CHANNELS + 2] = (byte) color;
  }

  private static int between(int[] stops, double position) {
    int lower = Math.min((int) position, stops.length - 2);
    double share = position - lower;
    int color = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = stops[lower] >> shift & LEVELS;
      int b = stops[lower + 1] >> shift & LEVELS;
      color |= (int) Math.round(a + (b - a) * share) << shift;
    }
    return color;
  }
}
