package io.simmim.workbench.chart;

import java.util.List;

/**
 * The part of the x axis that a chart shows. Zooming and panning keep it inside the data; with all
 * of the data in view it follows the data as they grow.
 *
 * @param from left end
 * @param to right end
 * @param full whether all data are shown, whatever comes
 */
record Window(double from, double to, boolean full) {

  private static final double NARROWEST = 4;

  /** Of all data; for an axis that counts in larger things than steps. */
  private static final double NARROWEST_SHARE = 1e-3;

  private static final double ROOM_FOR_DOTS = 0.015;

  /** All data of the curves. */
  static Window over(List<Curve> curves) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Curve curve : curves) {
      if (!curve.series().isEmpty()) {
        low = Math.min(low, curve.series().firstX());
        high = Math.max(high, curve.series().lastX());
      }
    }
    return low > high
        ? new Window(0, 10, true)
        : new Window(low, high > low ? high : low + 1, true).withRoomForDots(curves);
  }

  /** A dot at the very end would be cut in half. */
  private Window withRoomForDots(List<Curve> curves) {
    double room = ROOM_FOR_DOTS * width();
    double left = from;
    double right = to;
    for (Curve curve : curves) {
      if (curve.dots() && !curve.series().isEmpty()) {
        left = Math.min(left, curve.series().firstX() - room);
        right = Math.max(right, curve.series().lastX() + room);
      }
    }
    return new Window(left, right, true);
  }

  double width() {
    return to - from;
  }

  /** Zooms by {@code factor} (below 1: closer) around {@code centre}. */
  Window zoomed(double factor, double centre, Window all) {
    double narrowest = Math.min(NARROWEST, all.width() * NARROWEST_SHARE);
    double width = Math.max(narrowest, width() * factor);
    if (width >= all.width()) {
      return all;
    }
    double share = (centre - from) / width();
    return inside(centre - share * width, width, all);
  }

  /** Moves by {@code distance} data units, as far as there are data. */
  Window moved(double distance, Window all) {
    return full ? all : inside(from + distance, width(), all);
  }

  private static Window inside(double from, double width, Window all) {
    double left = Math.max(all.from(), Math.min(from, all.to() - width));
    return new Window(left, left + width, false);
  }
}
