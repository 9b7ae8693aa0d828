package io.simmim.core.image;

import java.util.Locale;

/** The resampling filters of Pillow that the official transforms use. */
public enum Interpolation {
  BILINEAR(1) {
    @Override
    double weight(double x) {
      return Math.max(0, 1 - Math.abs(x));
    }
  },
  /** Keys' cubic convolution with a = -0.5. */
  BICUBIC(2) {
    private static final double A = -0.5;

    @Override
    double weight(double x) {
      double d = Math.abs(x);
      if (d < 1) {
        return ((A + 2) * d - (A + 3)) * d * d + 1;
      }
      return d < 2 ? (((d - 5) * d + 8) * d - 4) * A : 0;
    }
  };

  private final double support;

  Interpolation(double support) {
    this.support = support;
  }

  /** Half the filter's width, in input pixels when the picture is not made smaller. */
  double support() {
    return support;
  }

  /** The name in DATA.INTERPOLATION. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  abstract double weight(double x);
}
