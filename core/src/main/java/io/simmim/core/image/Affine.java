package io.simmim.core.image;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Pillow's affine transform of 8-bit pictures, pixel for pixel (Pillow {@code
 * src/libImaging/Geometry.c}): an output pixel (x, y) shows the picture at (a x + b y + c, d x + e
 * y + f), both counted at pixel centres; what lies outside the picture gets ImageNet's mean colour,
 * as timm asks.
 */
record Affine(double a, double b, double c, double d, double e, double f) {

  private static final byte[] FILL = {124, 116, 104};
  private static final int MATRIX_DECIMALS = 15;

  /** Counter-clockwise about the centre of a picture. */
  static Affine rotation(double degrees, RgbImage image) {
    double angle = -Math.toRadians(modulo360(degrees));
    double cos = rounded(Math.cos(angle));
    double sin = rounded(Math.sin(angle));
    double centerX = image.width() / 2.0;
    double centerY = image.height() / 2.0;
    return new Affine(
        cos,
        sin,
        cos * -centerX + sin * -centerY + centerX,
        -sin,
        cos,
        -sin * -centerX + cos * -centerY + centerY);
  }

  private static double modulo360(double degrees) {
    return degrees - 360 * Math.floor(degrees / 360);
  }

  private static double rounded(double value) {
    return new BigDecimal(value).setScale(MATRIX_DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
  }

  /** Columns move with the row. */
  static Affine shearX(double factor) {
    return new Affine(1, factor, 0, 0, 1, 0);
  }

  /** Rows move with the column. */
  static Affine shearY(double factor) {
    return new Affine(1, 0, 0, factor, 1, 0);
  }

  /** Shows what lies so many pixels to the right and below. */
  static Affine translation(double x, double y) {
    return new Affine(1, 0, x, 0, 1, y);
  }

  RgbImage apply(RgbImage image, Interpolation filter) {
    PixelSampler sampler = PixelSampler.of(image, filter);
    byte[] out = new byte[image.rgb().length];
    int at = 0;
    for (int row = 0; row < image.height(); row++) {
      for (int column = 0; column < image.width(); column++, at += RgbImage.CHANNELS) {
        double x = a * (column + 0.5) + b * (row + 0.5) + c;
        double y = d * (column + 0.5) + e * (row + 0.5) + f;
        if (x >= 0 && x < image.width() && y >= 0 && y < image.height()) {
          sampler.sample(x - 0.5, y - 0.5, out, at);
        } else {
          System.arraycopy(FILL, 0, out, at, FILL.length);
        }
      }
    }
    return new RgbImage(image.width(), image.height(), out);
  }
}
