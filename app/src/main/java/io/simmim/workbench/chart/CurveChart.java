package io.simmim.workbench.chart;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.layout.Region;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;

/**
 * Live curves over the steps of a run. Whatever the number of points, only what the pixels can show
 * is drawn, once for each change. The wheel zooms, dragging pans, a double click shows everything
 * again; with the focus the keys +, -, 0, left and right do the same.
 */
public final class CurveChart extends Region {

  private static final int MOST_COLUMNS = 1000;
  private static final int MOST_DOTS = 120;
  private static final Shape DOT = new Ellipse2D.Double(-2.5, -2.5, 5, 5);

  private final ChartFrame frame = new ChartFrame();
  private final ChartCanvas canvas = new ChartCanvas(frame.chart());
  private final ChartReadout readout;
  private final String unit;
  private List<Curve> curves = List.of();
  private Window window = new Window(0, 10, true);
  private boolean following = true;
  private boolean logScale;

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
    getChildren().addAll(canvas, readout);
    setPrefSize(400, 200);
    setMinSize(120, 80);
    ChartGestures.install(this, canvas);
  }

  /** Replaces the curves; a window that the user zoomed stays. */
  public void setCurves(List<Curve> newCurves) {
    curves = List.copyOf(newCurves);
    if (following) {
      window = Window.over(curves);
    }
    redraw();
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

  /** How the crosshair writes a value; four decimals unless told otherwise. */
  public void setWords(DoubleFunction<String> words) {
    readout.setWords(words);
  }

  public void setColors(ChartColors colors) {
    frame.paint(colors);
    readout.paint(colors);
    redraw();
  }

  /** Shows all data and follows them again. */
  public void showAll() {
    show(Window.over(curves));
  }

  void zoom(double factor, double centre) {
    show(window.zoomed(factor, centre, Window.over(curves)));
  }

  void pan(double distance) {
    show(window.moved(distance, Window.over(curves)));
  }

  String unit() {
    return unit;
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
    boolean resized = canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight();
    if (resized) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      redraw();
      readout.refresh();
    }
  }

  private void show(Window next) {
    window = next;
    following = next.full();
    redraw();
    readout.refresh();
  }

  private void redraw() {
    int columns = (int) Math.max(1, Math.min(MOST_COLUMNS, getWidth()));
    List<Curve> thinned = new ArrayList<>();
    for (Curve curve : curves) {
      Series points = Decimation.columns(curve.series(), window.from(), window.to(), columns);
      thinned.add(curve.thinned(points));
    }
    frame.show(new CurveDataset(thinned), window, ValueRange.of(thinned, window, logScale));
  }

  /** The chart of JFreeChart behind the canvas. */
  private static final class ChartFrame {

    private final XYPlot plot = new XYPlot();
    private final JFreeChart chart = new FreshFontChart(plot);
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    private ChartColors colors = ChartColors.LIGHT;

    ChartFrame() {
      renderer.setDrawSeriesLineAsPath(true);
      renderer.setDefaultCreateEntities(false);
      plot.setRenderer(renderer);
      plot.setDomainAxis(ChartAxes.steps());
      chart.setPadding(ChartAxes.PADDING);
      useValueAxis(false);
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
      for (int i = 0; i < dataset.getSeriesCount(); i++) {
        Curve curve = dataset.curves().get(i);
        boolean faint = curve.tone() == Curve.Tone.FAINT;
        renderer.setSeriesPaint(i, colors.of(curve.tone()));
        renderer.setSeriesStroke(i, new BasicStroke(faint ? 1f : 1.8f));
        renderer.setSeriesShape(i, DOT);
        renderer.setSeriesShapesVisible(i, curve.dots() && curve.series().size() <= MOST_DOTS);
      }
      ValueAxis steps = plot.getDomainAxis();
      steps.setRange(window.from(), window.to());
      plot.getRangeAxis().setRange(values);
      chart.setNotify(true);
    }
  }
}
