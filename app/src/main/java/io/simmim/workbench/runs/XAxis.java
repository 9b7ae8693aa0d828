package io.simmim.workbench.runs;

import io.simmim.workbench.chart.Series;

/** What the curves of a run may be drawn over. */
public enum XAxis {
  STEP("Step", "step", true),
  EPOCH("Epoch", "epoch", false),
  /** Minutes of training; the pauses before a resume do not count. */
  TIME("Time", "minute", false);

  private final String title;
  private final String unit;
  private final boolean whole;

  XAxis(String title, String unit, boolean whole) {
    this.title = title;
    this.unit = unit;
    this.whole = whole;
  }

  public String title() {
    return title;
  }

  /** What it counts. */
  public String unit() {
    return unit;
  }

  /** Whether it has whole numbers only. */
  public boolean isWhole() {
    return whole;
  }

  /** The place of an optimizer step, counted from 0, on this axis. */
  public double placeOf(double step, RunSnapshot run) {
    return switch (this) {
      case STEP -> step;
      case EPOCH -> (step + 1) / stepsPerEpoch(run);
      case TIME -> minutes(run.curves().elapsed(), run.curves().elapsed().nearest(step));
    };
  }

  /** A curve over the steps of {@code run}, over this axis. */
  public Series over(Series steps, RunSnapshot run) {
    if (this == STEP) {
      return steps;
    }
    Series elapsed = run.curves().elapsed();
    double perEpoch = stepsPerEpoch(run);
    double[] xs = new double[steps.size()];
    double[] ys = new double[steps.size()];
    int at = 0;
    for (int i = 0; i < xs.length; i++) {
      double step = steps.x(i);
      while (this == TIME && at + 1 < elapsed.size() && elapsed.x(at + 1) <= step) {
        at++;
      }
      xs[i] = this == EPOCH ? (step + 1) / perEpoch : minutes(elapsed, at);
      ys[i] = steps.y(i);
    }
    return Series.sharing(xs, ys);
  }

  private static double stepsPerEpoch(RunSnapshot run) {
    return Math.max(1, run.started().map(s -> s.stepsPerEpoch()).orElse(1));
  }

  private static double minutes(Series elapsed, int index) {
    return index < 0 || index >= elapsed.size() ? 0 : elapsed.y(index) / 60;
  }
}
