package io.simmim.workbench.compare;

import io.simmim.workbench.chart.Curve;
import io.simmim.workbench.chart.Series;
import io.simmim.workbench.chart.Smoothing;
import io.simmim.workbench.runs.XAxis;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The curves of all compared runs, chart by chart.
 *
 * @param axis what they are drawn over
 */
public record ComparedCurves(XAxis axis, Map<CompareMetric, List<Curve>> charts) {

  static final ComparedCurves NONE = new ComparedCurves(XAxis.STEP, Map.of());

  /** With more runs the raw signals would hide each other. */
  private static final int MOST_RAW = 4;

  /**
   * The curves of the runs that are shown.
   *
   * @param weight of the past in the average, 0 to draw what was measured
   */
  static ComparedCurves of(List<ComparedRun> runs, XAxis axis, double weight) {
    Map<CompareMetric, List<Curve>> charts = new EnumMap<>(CompareMetric.class);
    for (CompareMetric metric : CompareMetric.of(runs)) {
      charts.put(metric, curves(metric, runs, axis, weight));
    }
    return new ComparedCurves(axis, charts);
  }

  private static List<Curve> curves(
      CompareMetric metric, List<ComparedRun> runs, XAxis axis, double weight) {
    List<Curve> raw = new ArrayList<>();
    List<Curve> smooth = new ArrayList<>();
    for (ComparedRun run : runs) {
      Series series = axis.over(metric.of(run.run().snapshot()), run.run().snapshot());
      if (!hasValues(series)) {
        continue;
      }
      boolean smoothed = metric.isNoisy() && weight > 0;
      if (smoothed && runs.size() <= MOST_RAW) {
        raw.add(Curve.faint(run.label(), series).inSlot(run.slot()));
      }
      Series line = smoothed ? Smoothing.exponential(series, weight) : series;
      smooth.add(
          metric == CompareMetric.ACCURACY
              ? Curve.points(run.label(), line, Curve.Tone.STRONG).inSlot(run.slot())
              : Curve.strong(run.label(), line).inSlot(run.slot()));
    }
    raw.addAll(smooth);
    return List.copyOf(raw);
  }

  /** An imported log may not say how fast the training was. */
  private static boolean hasValues(Series series) {
    for (int i = 0; i < series.size(); i++) {
      if (Double.isFinite(series.y(i))) {
        return true;
      }
    }
    return false;
  }
}
