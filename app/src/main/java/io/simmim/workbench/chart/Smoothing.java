package io.simmim.workbench.chart;

/** The exponential moving average that makes the trend of a noisy curve visible. */
public final class Smoothing {

  private static final double DECADES = 2.5;

  private Smoothing() {}

  /**
   * The weight for a place of a slider, 0 to 1: equal ways on it multiply the length of the average
   * by equal factors.
   */
  public static double weightAt(double place) {
    return 1 - Math.pow(10, -DECADES * place);
  }

  /**
   * Averages with {@code weight} on the past (0 keeps the curve, 0.99 is very smooth), corrected
   * for the missing past at the start as Adam corrects its moments. Points that are not finite
   * leave the average as it is.
   */
  public static Series exponential(Series series, double weight) {
    if (!(weight >= 0 && weight < 1)) {
      throw new IllegalArgumentException("expected a weight in [0, 1): " + weight);
    }
    double[] xs = new double[series.size()];
    double[] ys = new double[series.size()];
    double average = 0;
    double remaining = 1;
    for (int i = 0; i < xs.length; i++) {
      double y = series.y(i);
      if (Double.isFinite(y)) {
        average = weight * average + (1 - weight) * y;
        remaining *= weight;
      }
      xs[i] = series.x(i);
      ys[i] = remaining == 1 ? Double.NaN : average / (1 - remaining);
    }
    return new Series(xs, ys, xs.length);
  }
}
