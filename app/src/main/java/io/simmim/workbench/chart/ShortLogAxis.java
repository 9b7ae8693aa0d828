package io.simmim.workbench.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis that is also readable over less than one decade, where a loss usually lives:
 * ticks at round values, which JFreeChart's own would leave out.
 */
final class ShortLogAxis extends LogAxis {

  private static final long serialVersionUID = 1L;
  private static final double[] ROUND = {1, 1.5, 2, 3, 4, 5, 6, 8};

  private final transient NumberFormat format;
  private final double[] digits;

  ShortLogAxis(NumberFormat format) {
    this(format, ROUND);
  }

  /**
   * @param digits first digits of the values that may have a tick, ascending
   */
  ShortLogAxis(NumberFormat format, double... digits) {
    this.format = format;
    this.digits = digits.clone();
    setTickUnit(new NumberTickUnit(1), false, false);
    setStandardTickUnits(new TickUnits());
    setAutoTickUnitSelection(false);
  }

  @Override
  protected List<?> refreshTicksVertical(Graphics2D g2, Rectangle2D dataArea, RectangleEdge edge) {
    List<NumberTick> ticks = new ArrayList<>();
    double spacing = getTickLabelFont().getSize2D() * 2.2;
    double lastAt = Double.POSITIVE_INFINITY;
    for (double value :
        roundValues(getRange().getLowerBound(), getRange().getUpperBound(), digits)) {
      double at = valueToJava2D(value, dataArea, edge);
      if (lastAt - at >= spacing) {
        ticks.add(
            new NumberTick(
                value, format.format(value), TextAnchor.CENTER_RIGHT, TextAnchor.CENTER, 0));
        lastAt = at;
      }
    }
    return ticks;
  }

  static List<Double> roundValues(double low, double high) {
    return roundValues(low, high, ROUND);
  }

  private static List<Double> roundValues(double low, double high, double... digits) {
    List<Double> values = new ArrayList<>();
    for (int decade = (int) Math.floor(Math.log10(low)); Math.pow(10, decade) <= high; decade++) {
      for (double digit : digits) {
        double value = digit * Math.pow(10, decade);
        if (value >= low && value <= high) {
          values.add(value);
        }
      }
    }
    return values;
  }
}
