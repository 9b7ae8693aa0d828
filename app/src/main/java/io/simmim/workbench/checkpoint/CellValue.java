package io.simmim.workbench.checkpoint;

import java.util.Locale;

/** Single values of a tensor in words. */
final class CellValue {

  private static final double MOST_WHOLE = 1e6;

  private CellValue() {}

  /** Whole numbers without decimals, others with four significant digits. */
  static String text(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < MOST_WHOLE;
    return whole ? String.format(Locale.ROOT, "%d", (long) value) : Sizes.value(value);
  }
}
