package io.simmim.workbench.chart;

import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** The crosshair: a line at the pointed step, a dot on the curve and a tag with the values. */
final class ChartReadout extends Pane {

  private static final double GAP = 12;

  private final CurveChart chart;
  private final Line line = new Line();
  private final Circle dot = new Circle(3.5);
  private final Label tag = new Label();
  private final NumberFormat format = new AxisFormat();
  private double pointedAt = Double.NaN;

  ChartReadout(CurveChart chart) {
    this.chart = chart;
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    tag.getStyleClass().add("chart-tag");
    line.getStyleClass().add("chart-crosshair");
    getChildren().addAll(line, dot, tag);
  }

  void paint(ChartColors colors) {
    java.awt.Color c = colors.line();
    dot.setFill(Color.rgb(c.getRed(), c.getGreen(), c.getBlue()));
  }

  void pointAt(double pixel) {
    pointedAt = pixel;
    refresh();
  }

  void refresh() {
    Rectangle2D area = chart.dataArea();
    List<Curve> curves = chart.curves();
    boolean inside = pointedAt >= area.getMinX() && pointedAt <= area.getMaxX();
    boolean hasPoint = inside && !curves.isEmpty() && !curves.get(0).series().isEmpty();
    setVisible(hasPoint);
    if (hasPoint) {
      show(area, curves);
    }
  }

  private void show(Rectangle2D area, List<Curve> curves) {
    Series leading = curves.get(curves.size() - 1).series();
    int index = leading.nearest(chart.stepAt(pointedAt));
    double x = chart.pixelOf(leading.x(index));
    line.setStartX(x);
    line.setEndX(x);
    line.setStartY(area.getMinY());
    line.setEndY(area.getMaxY());
    boolean finite = Double.isFinite(leading.y(index));
    dot.setVisible(finite);
    dot.setCenterX(x);
    dot.setCenterY(finite ? chart.pixelOfValue(leading.y(index)) : 0);
    tag.setText(text(curves, leading.x(index)));
    tag.autosize();
    placeTag(area, new Point2D(x, dot.getCenterY()));
  }

  private void placeTag(Rectangle2D area, Point2D at) {
    boolean fitsRight = at.getX() + GAP + tag.getWidth() < area.getMaxX();
    double x = fitsRight ? at.getX() + GAP : at.getX() - GAP - tag.getWidth();
    double top = Math.max(area.getMinY(), at.getY() - tag.getHeight() - GAP);
    tag.relocate(Math.rint(x), Math.rint(top));
  }

  private String text(List<Curve> curves, double step) {
    StringBuilder text = new StringBuilder(chart.unit()).append(' ').append(format.format(step));
    for (Curve curve : curves) {
      int index = curve.series().nearest(step);
      if (index >= 0) {
        text.append('\n').append(curve.name()).append("  ");
        text.append(significant(curve.series().y(index)));
      }
    }
    return text.toString();
  }

  private String significant(double value) {
    double size = Math.abs(value);
    boolean plain = size == 0 || size >= 1e-3;
    return String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", value);
  }
}
