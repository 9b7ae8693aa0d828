package io.simmim.workbench.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/**
 * Curves over a share between 0 and 1, a band of good values, and a dot that says where one is.
 * Moving the dot draws nothing again, so it may follow a slider; a click or a drag picks a share.
 */
public final class RatioChart extends Region {

  private static final Color BAND = new Color(46, 160, 67, 44);
  private static final Font NAMES = new Font("Inter", Font.PLAIN, 11);
  private static final Font CHOSEN_NAME = new Font("Inter", Font.BOLD, 11);
  private static final double TICK = 0.2;
  private static final double ROOM_FOR_NAMES = 0.17;
  private static final double ROOM_AT_THE_RIGHT = 0.8;
  private static final String GAP = "  ";

  private final XYPlot plot = new XYPlot();
  private final JFreeChart chart = new FreshFontChart(plot);
  private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
  private final ChartCanvas canvas = new ChartCanvas(chart);
  private final double highest;
  private final Circle dot = new Circle(5);
  private List<Curve> curves = List.of();
  private Optional<Point2D> here = Optional.empty();
  private ChartColors colors = ChartColors.LIGHT;

  /**
   * @param across what the share is of
   * @param highest value that is shown; what is higher leaves the picture
   */
  public RatioChart(String id, String description, String across, double highest) {
    this.highest = highest;
    setId(id);
    getStyleClass().add("ratio-chart");
    setAccessibleText(description);
    for (String handler : List.of("zoom", "pan", "scroll", "tooltip", "anchor", "dispatch")) {
      if (canvas.getMouseHandler(handler) != null) {
        canvas.removeMouseHandler(canvas.getMouseHandler(handler));
      }
    }
    canvas.setTooltipEnabled(false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setDefaultCreateEntities(false);
    plot.setRenderer(renderer);
    plot.setDomainAxis(shares(across));
    plot.setRangeAxis(ChartAxes.values());
    chart.setPadding(ChartAxes.PADDING);
    dot.setManaged(false);
    dot.setMouseTransparent(true);
    dot.getStyleClass().add("here-dot");
    getChildren().addAll(canvas, dot);
    setPrefSize(280, 160);
    setMinSize(160, 60);
  }

  private static NumberAxis shares(String across) {
    NumberAxis axis = new NumberAxis(across);
    axis.setTickUnit(new NumberTickUnit(TICK));
    axis.setNumberFormatOverride(new AxisFormat());
    axis.setLabelFont(NAMES);
    return axis;
  }

  /** Replaces the curves; the strong one among them is drawn last. */
  public void setCurves(List<Curve> now) {
    curves = List.copyOf(now);
    redraw();
  }

  /** Shades the values that are good. */
  public void setBand(double from, double to) {
    plot.clearRangeMarkers();
    IntervalMarker band = new IntervalMarker(from, to, BAND);
    plot.addRangeMarker(band, Layer.BACKGROUND);
  }

  /** Puts the dot to a share and a value, or takes it away. */
  public void setHere(Optional<Point2D> now) {
    here = now;
    placeDot();
  }

  public void setColors(ChartColors now) {
    colors = now;
    redraw();
  }

  /** Calls back with every share that is clicked or dragged to. */
  public void setOnPick(DoubleConsumer receiver) {
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> receiver.accept(shareAt(event.getX())));
    addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> receiver.accept(shareAt(event.getX())));
  }

  private double shareAt(double x) {
    Rectangle2D area = dataArea();
    Range range = plot.getDomainAxis().getRange();
    double share = range.getLowerBound() + (x - area.getX()) / area.getWidth() * range.getLength();
    return Math.max(0, Math.min(1, share));
  }

  private Rectangle2D dataArea() {
    ChartRenderingInfo drawn = canvas.getRenderingInfo();
    return drawn == null ? new Rectangle2D.Double() : drawn.getPlotInfo().getDataArea();
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      redraw();
    }
    placeDot();
  }

  private void redraw() {
    chart.setNotify(false);
    chart.setBackgroundPaint(colors.background());
    ChartAxes.paint(plot, colors);
    plot.getDomainAxis().setLabelPaint(colors.text());
    plot.setDataset(new CurveDataset(curves));
    renderer.removeAnnotations();
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      boolean strong = curve.tone() == Curve.Tone.STRONG;
      renderer.setSeriesPaint(i, strong ? colors.line() : muted());
      renderer.setSeriesStroke(i, new BasicStroke(strong ? 2.2f : 1.2f));
      if (!curve.series().isEmpty()) {
        renderer.addAnnotation(name(curve, strong));
      }
    }
    plot.getDomainAxis().setRange(0, 1 + ROOM_FOR_NAMES);
    plot.getRangeAxis().setRange(0, highest);
    chart.setNotify(true);
    placeDot();
  }

  private Color muted() {
    Color text = colors.text();
    return new Color(text.getRed(), text.getGreen(), text.getBlue(), 130);
  }

  /** At the end of a curve, or beside the place where it leaves the picture. */
  private XYTextAnnotation name(Curve curve, boolean strong) {
    Series series = curve.series();
    boolean leaves = series.lastY() > highest;
    double x = leaves ? leavingAt(series) : series.lastX();
    boolean left = x < ROOM_AT_THE_RIGHT;
    XYTextAnnotation name =
        new XYTextAnnotation(
            left ? curve.name() + GAP : GAP + curve.name(), x, leaves ? highest : series.lastY());
    if (leaves) {
      name.setTextAnchor(left ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
    } else {
      name.setTextAnchor(TextAnchor.CENTER_LEFT);
    }
    name.setFont(strong ? CHOSEN_NAME : NAMES);
    name.setPaint(strong ? colors.line() : colors.text());
    return name;
  }

  /** Where a curve reaches the highest value shown. */
  private double leavingAt(Series series) {
    int above = series.size() - 1;
    while (above > 0 && series.y(above - 1) > highest) {
      above--;
    }
    if (above == 0) {
      return series.firstX();
    }
    int below = above - 1;
    double share = (highest - series.y(below)) / (series.y(above) - series.y(below));
    return series.x(below) + share * (series.x(above) - series.x(below));
  }

  private void placeDot() {
    Rectangle2D area = dataArea();
    dot.setVisible(here.isPresent() && area.getWidth() > 0);
    here.ifPresent(
        at -> {
          dot.setCenterX(
              plot.getDomainAxis().valueToJava2D(at.getX(), area, plot.getDomainAxisEdge()));
          double y = plot.getRangeAxis().valueToJava2D(at.getY(), area, plot.getRangeAxisEdge());
          dot.setCenterY(Math.max(area.getMinY(), Math.min(area.getMaxY(), y)));
        });
  }
}
