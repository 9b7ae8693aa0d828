package io.simmim.workbench.chart;

import java.util.Arrays;

/**
 * Grows a {@link Series}, for one thread. Views taken earlier stay as they were, and taking one
 * costs nothing: they share the arrays, of which only the part behind them is written.
 */
public final class SeriesBuilder {

  private double[] xs = new double[256];
  private double[] ys = new double[256];
  private int size;

  /**
   * Appends a point. A point at or before the last x replaces the tail from there on: a resumed run
   * repeats the steps after its checkpoint.
   */
  public void add(double x, double y) {
    if (size > 0 && x <= xs[size - 1]) {
      cutFrom(x);
    }
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, size * 2);
      ys = Arrays.copyOf(ys, size * 2);
    }
    xs[size] = x;
    ys[size] = y;
    size++;
  }

  /** The points so far. */
  public Series view() {
    return new Series(xs, ys, size);
  }

  private void cutFrom(double x) {
    size = view().indexAt(x);
    // Earlier views still show the old tail in the old arrays.
    xs = xs.clone();
    ys = ys.clone();
  }
}
