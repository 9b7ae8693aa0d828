package io.simmim.workbench.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;

/**
 * A chart whose fonts survive the second drawing: the canvas resets its font after each one, but
 * its {@link Graphics2D} remembers the last font and would not set it again.
 */
final class FreshFontChart extends JFreeChart {

  private static final long serialVersionUID = 1L;
  private static final Font OTHER = new Font(Font.SERIF, Font.PLAIN, 1);

  FreshFontChart(Plot plot) {
    super(null, null, plot, false);
  }

  @Override
  public void draw(Graphics2D g2, Rectangle2D area, Point2D anchor, ChartRenderingInfo info) {
    g2.setFont(OTHER);
    super.draw(g2, area, anchor, info);
  }
}
