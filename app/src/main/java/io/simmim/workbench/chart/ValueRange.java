package io.simmim.workbench.chart;

import java.util.List;
import org.jfree.data.Range;

/** The part of the value axis that holds the points in a window, with a little air. */
final class ValueRange {

  private static final double AIR = 0.05;
  private static final double SAME = 1e-9;

  private ValueRange() {}

  static Range of(List<Curve> curves, Window window, boolean logarithmic) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Curve curve : curves) {
      Series series = curve.series();
      for (int i = 0; i < series.size(); i++) {
        double y = series.y(i);
        boolean visible = series.x(i) >= window.from() && series.x(i) <= window.to();
        if (visible && Double.isFinite(y) && !(logarithmic && y <= 0)) {
          low = Math.min(low, y);
          high = Math.max(high, y);
        }
      }
    }
    if (low > high) {
      return logarithmic ? new Range(0.1, 1) : new Range(0, 1);
    }
    return logarithmic ? widenedByFactor(low, high) : widened(low, high);
  }

  private static Range widened(double low, double high) {
    double size = Math.max(Math.abs(high), 1e-12);
    // Values that differ only by rounding are one value.
    double span = high - low > SAME * size ? high - low : size;
    double bottom = low - AIR * span;
    return new Range(low >= 0 ? Math.max(0, bottom) : bottom, high + AIR * span);
  }

  private static Range widenedByFactor(double low, double high) {
    double factor = Math.pow(Math.max(high / low, 1.1), AIR);
    return new Range(low / factor, high * factor);
  }
}
