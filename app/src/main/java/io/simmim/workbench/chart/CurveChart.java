package io.simmim.workbench.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.XYPlot;

/**
 * Live curves over the steps of a run. Whatever the number of points, only what the pixels can show
 * is drawn, once for each change. The wheel zooms, dragging pans, a double click shows everything
 * again; with the focus the keys +, -, 0, left and right do the same.
 */
public final class CurveChart extends Region {

  private static final int MOST_COLUMNS = 1000;
  private static final int FEWEST_COLUMNS = 200;
  private static final int MOST_POINTS = 32_000;

  private final ChartFrame frame = new ChartFrame();
  private final ChartCanvas canvas = new ChartCanvas(frame.chart());
  private final ChartReadout readout;
  private final ChartMark mark = new ChartMark(this);
  private final Label nothing = new Label("No values");
  private String unit;
  private ChartColors colors = ChartColors.LIGHT;
  private List<Curve> curves = List.of();
  private List<CurveChart> together = List.of();
  private Window window = new Window(0, 10, true);
  private boolean following = true;
  private boolean logScale;
  private boolean whole = true;

  /** A chart over the steps of a run. */
  public CurveChart(String id, String description) {
    this(id, description, "step");
  }

  /**
   * @param unit what x counts
   */
  public CurveChart(String id, String description, String unit) {
    this.unit = unit;
    this.readout = new ChartReadout(this);
    setId(id);
    getStyleClass().add("curve-chart");
    setAccessibleText(description);
    setFocusTraversable(true);
    for (String handler : List.of("zoom", "pan", "scroll", "tooltip", "anchor", "dispatch")) {
      if (canvas.getMouseHandler(handler) != null) {
        canvas.removeMouseHandler(canvas.getMouseHandler(handler));
      }
    }
    canvas.setTooltipEnabled(false);
    nothing.setId(id + "-empty");
    nothing.getStyleClass().addAll("muted", "chart-empty");
    nothing.setWrapText(true);
    nothing.setMouseTransparent(true);
    canvas.visibleProperty().bind(nothing.visibleProperty().not());
    getChildren().addAll(canvas, mark, readout, nothing);
    setPrefSize(400, 200);
    setMinSize(120, 80);
    ChartGestures.install(this, canvas);
  }

  /** Replaces the curves; a window that the user zoomed stays. */
  public void setCurves(List<Curve> newCurves) {
    curves = List.copyOf(newCurves);
    nothing.setVisible(curves.stream().allMatch(curve -> curve.series().size() == 0));
    if (following) {
      window = Window.over(curves);
    }
    redraw();
    mark.refresh();
    readout.refresh();
  }

  /** The curves as given, all points. */
  public List<Curve> curves() {
    return curves;
  }

  public void setLogScale(boolean logarithmic) {
    logScale = logarithmic;
    frame.useValueAxis(logarithmic);
    redraw();
  }

  /** What stands where the curves will be, as long as there are none: axes would say nothing. */
  public void setEmptyWords(String words) {
    nothing.setText(words);
  }

  /** How the crosshair writes a value; four decimals unless told otherwise. */
  public void setWords(DoubleFunction<String> words) {
    readout.setWords(words);
  }

  public void setColors(ChartColors newColors) {
    colors = newColors;
    frame.paint(colors);
    readout.paint(colors);
    redraw();
  }

  /**
   * Counts something else along x from the next curves on, all of which are shown.
   *
   * @param nowWhole whether it comes in whole numbers only
   */
  public void setUnit(String newUnit, boolean nowWhole) {
    if (!newUnit.equals(unit)) {
      unit = newUnit;
      whole = nowWhole;
      following = true;
      frame.useXAxis(nowWhole);
    }
  }

  /** Marks a place on the x axis, or none. */
  public void mark(OptionalDouble place) {
    mark.at(place);
  }

  /** From now on, zooming or panning any of these charts shows the same part of x in all. */
  public static void zoomTogether(List<CurveChart> charts) {
    charts.forEach(chart -> chart.together = List.copyOf(charts));
  }

  /** Shows all data and follows them again. */
  public void showAll() {
    showEverywhere(Window.over(curves));
  }

  void zoom(double factor, double centre) {
    showEverywhere(window.zoomed(factor, centre, Window.over(curves)));
  }

  void pan(double distance) {
    showEverywhere(window.moved(distance, Window.over(curves)));
  }

  private void showEverywhere(Window next) {
    show(next);
    for (CurveChart other : together) {
      if (other != this) {
        other.show(next.full() ? Window.over(other.curves) : next);
      }
    }
  }

  String unit() {
    return unit;
  }

  boolean isWhole() {
    return whole;
  }

  boolean isLogScale() {
    return logScale;
  }

  ChartColors colors() {
    return colors;
  }

  Window window() {
    return window;
  }

  /** The rectangle of the plot inside this region, in its coordinates; empty before it is drawn. */
  Rectangle2D dataArea() {
    ChartRenderingInfo drawn = canvas.getRenderingInfo();
    return drawn == null ? new Rectangle2D.Double() : drawn.getPlotInfo().getDataArea();
  }

  double stepAt(double pixel) {
    Rectangle2D area = dataArea();
    return window.from() + (pixel - area.getX()) / area.getWidth() * window.width();
  }

  double pixelOf(double step) {
    Rectangle2D area = dataArea();
    return area.getX() + (step - window.from()) / window.width() * area.getWidth();
  }

  double pixelOfValue(double value) {
    XYPlot plot = frame.plot();
    return plot.getRangeAxis().valueToJava2D(value, dataArea(), plot.getRangeAxisEdge());
  }

  void pointAt(double pixel) {
    readout.pointAt(pixel);
  }

  @Override
  protected void layoutChildren() {
    layoutInArea(nothing, 0, 0, getWidth(), getHeight(), 0, HPos.CENTER, VPos.CENTER);
    boolean resized = canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight();
    if (resized) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      redraw();
      mark.refresh();
      readout.refresh();
    }
  }

  private void show(Window next) {
    window = next;
    following = next.full();
    redraw();
    mark.refresh();
    readout.refresh();
  }

  private void redraw() {
    List<Curve> thinned = thinned(columns());
    frame.show(new CurveDataset(thinned), window, ValueRange.of(thinned, window, logScale));
  }

  /** One for each pixel; fewer when so many lines are drawn that they cover each other. */
  private int columns() {
    int affordable = Math.max(FEWEST_COLUMNS, MOST_POINTS / (4 * Math.max(1, curves.size())));
    return (int) Math.max(1, Math.min(Math.min(MOST_COLUMNS, affordable), getWidth()));
  }

  /** What so many columns of pixels can show of the curves in the window. */
  List<Curve> thinned(int columns) {
    List<Curve> thinned = new ArrayList<>();
    for (Curve curve : curves) {
      Series points = Decimation.columns(curve.series(), window.from(), window.to(), columns);
      thinned.add(curve.thinned(points));
    }
    return thinned;
  }
}
