package io.simmim.core.data.scene;

/** A colour in linear light; 1 is white, lamps and suns are brighter. */
record Rgb(double r, double g, double b) {

  static final Rgb BLACK = new Rgb(0, 0, 0);

  /** From the usual notation 0xRRGGBB, which is gamma-encoded. */
  static Rgb hex(int rgb) {
    return new Rgb(decode(rgb >> 16 & 0xff), decode(rgb >> 8 & 0xff), decode(rgb & 0xff));
  }

  private static double decode(int level) {
    double v = level / 255.0;
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }

  Rgb times(double factor) {
    return new Rgb(r * factor, g * factor, b * factor);
  }

  Rgb times(Rgb other) {
    return new Rgb(r * other.r, g * other.g, b * other.b);
  }

  Rgb plus(Rgb other) {
    return new Rgb(r + other.r, g + other.g, b + other.b);
  }

  /** This colour with a share 0..1 of another. */
  Rgb mix(Rgb other, double share) {
    return new Rgb(r + (other.r - r) * share, g + (other.g - g) * share, b + (other.b - b) * share);
  }
}
