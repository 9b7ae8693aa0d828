package io.simmim.workbench.chart;

/**
 * Points (x, y) with ascending x, never changed after it was handed out. Many series may share one
 * pair of arrays, each seeing its own first {@code size} points.
 */
public final class Series {

  /** No points. */
  public static final Series EMPTY = new Series(new double[0], new double[0], 0);

  private final double[] xs;
  private final double[] ys;
  private final int size;
  private Extremes extremes;

  Series(double[] xs, double[] ys, int size) {
    this.xs = xs;
    this.ys = ys;
    this.size = size;
  }

  /**
   * The points of these arrays, which nobody may change from now on: many series may share one
   * array of x.
   */
  public static Series sharing(double[] xs, double[] ys) {
    if (xs.length != ys.length) {
      throw new IllegalArgumentException(
          "expected as many y as x, " + xs.length + ": " + ys.length);
    }
    return new Series(xs, ys, xs.length);
  }

  /** Copies the points; both arrays must have the same length. */
  public static Series of(double[] xs, double[] ys) {
    if (xs.length != ys.length) {
      throw new IllegalArgumentException(
          "expected as many y as x, " + xs.length + ": " + ys.length);
    }
    return new Series(xs.clone(), ys.clone(), xs.length);
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public double x(int index) {
    return xs[index];
  }

  public double y(int index) {
    return ys[index];
  }

  public double firstX() {
    return xs[0];
  }

  public double lastX() {
    return xs[size - 1];
  }

  public double lastY() {
    return ys[size - 1];
  }

  /** Index of the first point whose x is at least {@code x}; {@code size()} when there is none. */
  public int indexAt(double x) {
    return indexAt(x, 0, size);
  }

  /** The same among the points from {@code start} to before {@code end}; else {@code end}. */
  int indexAt(double x, int start, int end) {
    int low = start;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (xs[middle] < x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Where its peaks are; looked for once. */
  Extremes extremes() {
    if (extremes == null) {
      extremes = new Extremes(this);
    }
    return extremes;
  }

  /** Index of the point nearest to {@code x}, or -1 without points. */
  public int nearest(double x) {
    if (size == 0) {
      return -1;
    }
    int right = Math.min(indexAt(x), size - 1);
    return right > 0 && x - xs[right - 1] <= xs[right] - x ? right - 1 : right;
  }
}
