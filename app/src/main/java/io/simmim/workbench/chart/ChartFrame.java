package io.simmim.workbench.chart;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/** The chart of JFreeChart behind the canvas. */
final class ChartFrame {

  private static final int MOST_DOTS = 120;
  private static final Shape DOT = new Ellipse2D.Double(-2.5, -2.5, 5, 5);

  private final XYPlot plot = new XYPlot();
  private final JFreeChart chart = new FreshFontChart(plot);
  private final LineRenderer renderer = new LineRenderer();
  private ChartColors colors = ChartColors.LIGHT;

  ChartFrame() {
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setDefaultCreateEntities(false);
    plot.setRenderer(renderer);
    plot.setDomainAxis(ChartAxes.steps());
    chart.setPadding(ChartAxes.PADDING);
    useValueAxis(false);
  }

  /** What x counts, in whole numbers or not. */
  void useXAxis(boolean whole) {
    chart.setNotify(false);
    plot.setDomainAxis(whole ? ChartAxes.steps() : ChartAxes.values());
    paint(colors);
  }

  JFreeChart chart() {
    return chart;
  }

  XYPlot plot() {
    return plot;
  }

  void useValueAxis(boolean logarithmic) {
    chart.setNotify(false);
    plot.setRangeAxis(logarithmic ? ChartAxes.logarithmicValues() : ChartAxes.values());
    paint(colors);
  }

  void paint(ChartColors newColors) {
    colors = newColors;
    chart.setNotify(false);
    chart.setBackgroundPaint(colors.background());
    ChartAxes.paint(plot, colors);
  }

  void show(CurveDataset dataset, Window window, Range values) {
    chart.setNotify(false);
    plot.setDataset(dataset);
    renderer.setDots(dataset.curves().stream().anyMatch(Curve::dots));
    for (int i = 0; i < dataset.getSeriesCount(); i++) {
      Curve curve = dataset.curves().get(i);
      boolean faint = curve.tone() == Curve.Tone.FAINT;
      renderer.setSeriesPaint(i, colors.of(curve), false);
      renderer.setSeriesStroke(i, stroke(faint, colors.round(curve.slot())), false);
      renderer.setSeriesShape(i, DOT, false);
      renderer.setSeriesShapesVisible(i, curve.dots() && curve.series().size() <= MOST_DOTS);
    }
    ValueAxis steps = plot.getDomainAxis();
    steps.setRange(window.from(), window.to());
    plot.getRangeAxis().setRange(values);
    chart.setNotify(true);
  }

  /** Lines that share a colour differ by their dashes. */
  private static BasicStroke stroke(boolean faint, int round) {
    float width = faint ? 1f : 1.8f;
    return round == 0
        ? new BasicStroke(width)
        : new BasicStroke(
            width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 3 * round}, 0);
  }
}
