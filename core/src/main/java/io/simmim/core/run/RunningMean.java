package io.simmim.core.run;

import java.util.Locale;

/** The latest value of a quantity and its mean since the last reset. */
final class RunningMean {

  private double latest;
  private double sum;
  private long count;

  void add(double value) {
    latest = value;
    sum += value;
    count++;
  }

  void reset() {
    begin(0, 0);
  }

  /** Goes on from values that were added before. */
  void begin(long before, double sumBefore) {
    sum = sumBefore;
    count = before;
  }

  double mean() {
    return sum / count;
  }

  /** {@code latest (mean)} with four decimals. */
  String format() {
    return decimals(latest) + " (" + decimals(mean()) + ")";
  }

  private static String decimals(double value) {
    if (Double.isFinite(value)) {
      return String.format(Locale.ROOT, "%.4f", value);
    }
    return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  }
}
