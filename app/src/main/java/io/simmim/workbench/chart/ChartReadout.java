package io.simmim.workbench.chart;

import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** The crosshair: a line at the pointed step, a dot on the curve and a tag with the values. */
final class ChartReadout extends Pane {

  private static final double GAP = 12;
  private static final int MOST_LINES = 12;

  private final CurveChart chart;
  private final Line line = new Line();
  private final Circle dot = new Circle(3.5);
  private final VBox tag = new VBox();
  private final Label where = new Label();
  private final NumberFormat format = new AxisFormat();
  private DoubleFunction<String> words = ChartReadout::significant;
  private ChartColors colors = ChartColors.LIGHT;
  private double pointedAt = Double.NaN;

  ChartReadout(CurveChart chart) {
    this.chart = chart;
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    tag.getStyleClass().add("chart-tag");
    tag.getChildren().add(where);
    line.getStyleClass().add("chart-crosshair");
    getChildren().addAll(line, dot, tag);
  }

  void paint(ChartColors newColors) {
    colors = newColors;
  }

  void setWords(DoubleFunction<String> newWords) {
    words = newWords;
  }

  void pointAt(double pixel) {
    pointedAt = pixel;
    refresh();
  }

  void refresh() {
    Rectangle2D area = chart.dataArea();
    List<Curve> curves = chart.curves();
    boolean inside = pointedAt >= area.getMinX() && pointedAt <= area.getMaxX();
    Optional<Curve> leading = inside ? leading(curves) : Optional.empty();
    setVisible(leading.isPresent());
    leading.ifPresent(curve -> show(area, curves, curve));
  }

  /** The line that the crosshair follows: of those that stand out, the first with most points. */
  private static Optional<Curve> leading(List<Curve> curves) {
    return curves.stream()
        .filter(curve -> curve.tone() != Curve.Tone.FAINT && !curve.series().isEmpty())
        .reduce((a, b) -> b.series().size() > a.series().size() ? b : a);
  }

  private void show(Rectangle2D area, List<Curve> curves, Curve followed) {
    Series leading = followed.series();
    java.awt.Color c = colors.of(followed);
    dot.setFill(paint(c));
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
    say(curves, leading.x(index));
    tag.autosize();
    placeTag(area, new Point2D(x, dot.getCenterY()));
  }

  private void placeTag(Rectangle2D area, Point2D at) {
    boolean fitsRight = at.getX() + GAP + tag.getWidth() < area.getMaxX();
    double x = fitsRight ? at.getX() + GAP : at.getX() - GAP - tag.getWidth();
    double top = Math.max(area.getMinY(), at.getY() - tag.getHeight() - GAP);
    tag.relocate(Math.rint(x), Math.rint(top));
  }

  private void say(List<Curve> curves, double step) {
    where.setText(chart.unit() + ' ' + format.format(step));
    List<Curve> told =
        curves.stream()
            .filter(c -> c.slot() == Curve.OWN || c.tone() != Curve.Tone.FAINT)
            .filter(c -> c.slot() == Curve.OWN || reaches(c.series(), step))
            .toList();
    List<Label> lines = new ArrayList<>();
    told.stream().limit(MOST_LINES).forEach(curve -> lines.add(line(curve, step)));
    if (told.size() > MOST_LINES) {
      lines.add(new Label("and " + (told.size() - MOST_LINES) + " more"));
    }
    tag.getChildren().setAll(lines);
    tag.getChildren().add(0, where);
  }

  private Label line(Curve curve, double step) {
    int index = curve.series().nearest(step);
    String value = index < 0 ? "" : words.apply(curve.series().y(index));
    Label line = new Label(curve.name() + "  " + value);
    if (curve.slot() != Curve.OWN) {
      line.setGraphic(new Rectangle(8, 8, paint(colors.of(curve))));
    }
    return line;
  }

  /** Beyond its last point a run says nothing. */
  private static boolean reaches(Series series, double step) {
    return !series.isEmpty() && step >= series.firstX() && step <= series.lastX();
  }

  private static Color paint(java.awt.Color color) {
    return Color.rgb(color.getRed(), color.getGreen(), color.getBlue());
  }

  private static String significant(double value) {
    double size = Math.abs(value);
    boolean plain = size == 0 || size >= 1e-3;
    return String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", value);
  }
}
