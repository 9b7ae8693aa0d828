package io.simmim.core.image;

import java.util.Locale;

/**
 * How a level 0..10 becomes the argument of an operation (timm 0.4.12 {@code LEVEL_TO_ARG}).
 *
 * <p>A signed argument is turned to the other side for half of the pictures.
 */
enum Strength {
  /** The operation takes no argument. */
  NONE(false, "") {
    @Override
    double of(double share, double sign) {
      return 0;
    }
  },
  /** Degrees. */
  ROTATION(true, "%+.1f°") {
    @Override
    double of(double share, double sign) {
      return sign * (share * 30);
    }
  },
  /** Columns per row or rows per column. */
  SHEAR(true, "%+.2f") {
    @Override
    double of(double share, double sign) {
      return sign * (share * 0.3);
    }
  },
  /** Share of the picture's side. */
  TRANSLATION(true, "%+.2f of the side") {
    @Override
    double of(double share, double sign) {
      return sign * (share * 0.45);
    }
  },
  /** Factor of an enhancement, 1 leaves the picture as it is. */
  ENHANCEMENT(false, "× %.2f") {
    @Override
    double of(double share, double sign) {
      return share * 1.8 + 0.1;
    }
  },
  ENHANCEMENT_INCREASING(true, "× %.2f") {
    @Override
    double of(double share, double sign) {
      return 1 + sign * (share * 0.9);
    }
  },
  /** Bits to keep. */
  POSTERIZATION(false, "%.0f bits kept") {
    @Override
    double of(double share, double sign) {
      return (int) (share * 4);
    }
  },
  POSTERIZATION_INCREASING(false, "%.0f bits kept") {
    @Override
    double of(double share, double sign) {
      return 4 - (int) (share * 4);
    }
  },
  /** Lowest value that is inverted. */
  SOLARIZATION(false, "inverted from %.0f on") {
    @Override
    double of(double share, double sign) {
      return (int) (share * 256);
    }
  },
  SOLARIZATION_INCREASING(false, "inverted from %.0f on") {
    @Override
    double of(double share, double sign) {
      return 256 - (int) (share * 256);
    }
  },
  /** Levels added to dark values. */
  ADDITION(false, "%.0f added") {
    @Override
    double of(double share, double sign) {
      return (int) (share * 110);
    }
  };

  private static final double MAX_LEVEL = 10;

  private final boolean signed;
  private final String words;

  Strength(boolean signed, String words) {
    this.signed = signed;
    this.words = words;
  }

  boolean signed() {
    return signed;
  }

  /** What an argument means; empty where there is none. */
  String inWords(double argument) {
    return String.format(Locale.ROOT, words, argument);
  }

  /** The argument for a level 0..10. */
  double of(double level, boolean negative) {
    return of(level / MAX_LEVEL, negative ? -1.0 : 1.0);
  }

  abstract double of(double share, double sign);
}
