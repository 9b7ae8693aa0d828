package io.simmim.workbench.chart;

/**
 * Thins a series to what a line of pixels can show: in each pixel column the first, lowest, highest
 * and last point. A line drawn through them covers the same pixels as a line through all points
 * (the "M4" aggregation of Jugel et al., VLDB 2014).
 */
public final class Decimation {

  private static final int POINTS_PER_COLUMN = 4;

  private Decimation() {}

  /**
   * The points of {@code series} between {@code from} and {@code to}, and one neighbour on each
   * side so that the line leaves the picture; at most four points a column. Points whose y is not
   * finite are left out.
   */
  public static Series columns(Series series, double from, double to, int columns) {
    if (columns < 1) {
      throw new IllegalArgumentException("expected at least one column: " + columns);
    }
    int start = Math.max(0, series.indexAt(from) - 1);
    int end = Math.min(series.size(), series.indexAt(Math.nextUp(to)) + 1);
    Target target = new Target(Math.min(end - start, POINTS_PER_COLUMN * (columns + 2)));
    double width = Math.max((to - from) / columns, Double.MIN_NORMAL);
    int index = start;
    while (index < end) {
      double column = Math.floor((series.x(index) - from) / width);
      int next = series.indexAt(from + (column + 1) * width, index + 1, end);
      target.addExtremes(series, index, next);
      index = next;
    }
    return new Series(target.xs, target.ys, target.size);
  }

  private static final class Target {
    private double[] xs;
    private double[] ys;
    private int size;

    Target(int capacity) {
      xs = new double[capacity];
      ys = new double[capacity];
    }

    void addExtremes(Series series, int start, int end) {
      int low = series.extremes().lowest(start, end);
      if (low < 0) {
        return;
      }
      int high = series.extremes().highest(start, end);
      int first = start;
      while (!Double.isFinite(series.y(first))) {
        first++;
      }
      int last = end - 1;
      while (!Double.isFinite(series.y(last))) {
        last--;
      }
      addOnce(series, first, Math.min(low, high), Math.max(low, high), last);
    }

    private void addOnce(Series series, int... ascending) {
      int previous = -1;
      for (int index : ascending) {
        if (index != previous) {
          xs[size] = series.x(index);
          ys[size] = series.y(index);
          size++;
          previous = index;
        }
      }
    }
  }
}
