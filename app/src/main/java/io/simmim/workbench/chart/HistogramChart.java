package io.simmim.workbench.chart;

import io.simmim.core.portrait.Histogram;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.Range;

/**
 * The bars of a histogram, with a plain or a logarithmic count. The bar under the pointer, or
 * chosen with the arrow keys, is read out.
 */
public final class HistogramChart extends Region {

  private static final double HALF_A_VALUE = 0.5;
  private static final double DECADE = 10;
  private static final double AIR = 1.05;
  private static final double TAG_GAP = 8;

  private final XYPlot plot = new XYPlot();
  private final JFreeChart chart = new FreshFontChart(plot);
  private final ChartCanvas canvas = new ChartCanvas(chart);
  private final XYBarRenderer bars = new XYBarRenderer(0.08);
  private final Label tag = new Label();
  private final NumberFormat format = new AxisFormat();
  private ChartColors colors = ChartColors.LIGHT;
  private Histogram histogram = new Histogram(List.of(0.0), List.of(), 0, 0);
  private boolean logCounts;
  private double pointer = Double.NaN;
  private int pointed = -1;

  public HistogramChart(String id, String description) {
    setId(id);
    getStyleClass().add("histogram-chart");
    setAccessibleText(description);
    setFocusTraversable(true);
    for (String handler : List.of("zoom", "pan", "scroll", "tooltip", "anchor", "dispatch")) {
      if (canvas.getMouseHandler(handler) != null) {
        canvas.removeMouseHandler(canvas.getMouseHandler(handler));
      }
    }
    canvas.setTooltipEnabled(false);
    bars.setBarPainter(new StandardXYBarPainter());
    bars.setShadowVisible(false);
    bars.setDefaultCreateEntities(false);
    plot.setRenderer(bars);
    plot.setDomainAxis(ChartAxes.values());
    chart.setPadding(ChartAxes.PADDING);
    tag.getStyleClass().add("chart-tag");
    tag.setManaged(false);
    tag.setMouseTransparent(true);
    getChildren().addAll(canvas, tag);
    setPrefSize(360, 160);
    setMinSize(120, 100);
    canvas.setOnMouseMoved(event -> moved(event.getX()));
    canvas.setOnMousePressed(this::pressed);
    canvas.setOnMouseExited(event -> point(-1));
    setOnKeyPressed(this::typed);
    redraw();
  }

  public void show(Histogram newHistogram) {
    histogram = newHistogram;
    pointed = -1;
    redraw();
  }

  /** What is shown now. */
  public Histogram histogram() {
    return histogram;
  }

  public void setLogCounts(boolean logarithmic) {
    logCounts = logarithmic;
    redraw();
  }

  public void setColors(ChartColors newColors) {
    colors = newColors;
    redraw();
  }

  /** The words about the pointed bar; empty while there is none. */
  public String readout() {
    return tag.isVisible() ? tag.getText() : "";
  }

  // The toolkit also reports a resting pointer, after each layout: that must not undo what a key
  // did.
  private void moved(double x) {
    if (x != pointer) {
      pointer = x;
      point(binAt(x));
    }
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    event.consume(); // a scroll pane around this would take the focus
  }

  private void typed(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> point(Math.max(0, pointed - 1));
      case RIGHT -> point(Math.min(histogram.bins() - 1, pointed + 1));
      case ESCAPE -> point(-1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void redraw() {
    chart.setNotify(false);
    chart.setBackgroundPaint(colors.background());
    double highest = Math.max(1, histogram.highest());
    if (logCounts) {
      plot.setRangeAxis(ChartAxes.logarithmicCounts());
      plot.getRangeAxis().setRange(new Range(HALF_A_VALUE, Math.max(DECADE, 2 * highest)));
      bars.setBase(HALF_A_VALUE);
    } else {
      plot.setRangeAxis(ChartAxes.counts());
      plot.getRangeAxis().setRange(new Range(0, AIR * highest));
      bars.setBase(0);
    }
    bars.setSeriesPaint(0, colors.line());
    ChartAxes.paint(plot, colors);
    if (histogram.bins() > 0) {
      double low = histogram.edges().get(0);
      plot.getDomainAxis().setRange(low, histogram.edges().get(histogram.bins()));
    }
    plot.setDataset(new BinDataset(histogram));
    chart.setNotify(true);
    placeTag();
  }

  private Rectangle2D dataArea() {
    ChartRenderingInfo drawn = canvas.getRenderingInfo();
    return drawn == null ? new Rectangle2D.Double() : drawn.getPlotInfo().getDataArea();
  }

  private int binAt(double pixel) {
    Rectangle2D area = dataArea();
    ValueAxis axis = plot.getDomainAxis();
    return histogram.bins() == 0 || area.isEmpty()
        ? -1
        : histogram.bin(axis.java2DToValue(pixel, area, plot.getDomainAxisEdge()));
  }

  private void point(int bin) {
    pointed = bin;
    placeTag();
  }

  private void placeTag() {
    tag.setVisible(pointed >= 0 && pointed < histogram.bins());
    if (!tag.isVisible()) {
      return;
    }
    double low = histogram.edges().get(pointed);
    double high = histogram.edges().get(pointed + 1);
    long count = histogram.counts().get(pointed);
    tag.setText(
        "%s to %s\n%s %s"
            .formatted(
                format.format(low),
                format.format(high),
                format.format(count),
                count == 1 ? "value" : "values"));
    setAccessibleHelp(tag.getText());
    tag.autosize();
    Rectangle2D area = dataArea();
    double x = plot.getDomainAxis().valueToJava2D((low + high) / 2, area, plot.getDomainAxisEdge());
    boolean fitsRight = x + TAG_GAP + tag.getWidth() <= area.getMaxX();
    double left = fitsRight ? x + TAG_GAP : x - TAG_GAP - tag.getWidth();
    tag.relocate(Math.rint(left), Math.rint(area.getMinY() + TAG_GAP));
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      redraw();
    }
  }
}
