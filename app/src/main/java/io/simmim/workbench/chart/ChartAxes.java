package io.simmim.workbench.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** How axes and grid look: quiet, so that the curves are what one sees. */
final class ChartAxes {

  static final RectangleInsets PADDING = new RectangleInsets(4, 4, 4, 12);

  private static final Font LABELS = new Font("Inter", Font.PLAIN, 11);

  private ChartAxes() {}

  static ValueAxis steps() {
    NumberAxis axis = new NumberAxis();
    axis.setNumberFormatOverride(new AxisFormat());
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    return axis;
  }

  static ValueAxis values() {
    NumberAxis axis = new NumberAxis();
    axis.setNumberFormatOverride(new AxisFormat());
    axis.setAutoRangeIncludesZero(false);
    return axis;
  }

  static ValueAxis logarithmicValues() {
    return new ShortLogAxis(new AxisFormat());
  }

  /** For counts: 1, 10, 100 and so on. */
  static ValueAxis logarithmicCounts() {
    return new ShortLogAxis(new AxisFormat(), 1);
  }

  static ValueAxis counts() {
    ValueAxis axis = values();
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    return axis;
  }

  static void paint(XYPlot plot, ChartColors colors) {
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setBackgroundPaint(colors.background());
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(colors.grid());
    plot.setRangeGridlineStroke(new BasicStroke(1f));
    for (ValueAxis axis : new ValueAxis[] {plot.getDomainAxis(), plot.getRangeAxis()}) {
      axis.setTickLabelFont(LABELS);
      axis.setTickLabelPaint(colors.text());
      axis.setTickLabelInsets(new RectangleInsets(2, 6, 2, 6));
      axis.setTickMarksVisible(false);
      axis.setAxisLineVisible(false);
      axis.setAxisLinePaint(colors.grid());
    }
    plot.getDomainAxis().setAxisLineVisible(true);
    plot.getRangeAxis().setTickLabelInsets(new RectangleInsets(8, 6, 8, 6));
  }
}
