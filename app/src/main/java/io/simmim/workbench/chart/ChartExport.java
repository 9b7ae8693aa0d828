package io.simmim.workbench.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.svg.SVGGraphics2D;

/**
 * A chart as a file: what its window shows as a picture with a legend, or all of its points as
 * numbers.
 */
public final class ChartExport implements ChartFile {

  private static final int WIDTH = 1200;
  private static final int HEIGHT = 600;
  private static final int SHARPER = 2;
  private static final int MOST = SHARPER * WIDTH;
  private static final Font TITLE = new Font("Inter", Font.BOLD, 16);
  private static final Font TEXT = new Font("Inter", Font.PLAIN, 12);

  private final String title;
  private final List<Curve> curves;
  private final Window window;
  private final boolean logScale;
  private final boolean whole;
  private final String unit;
  private final ChartColors colors;

  /** The chart as it is now; may be written on another thread. */
  public ChartExport(CurveChart chart, String title) {
    this.title = title;
    this.curves = chart.curves();
    this.window = chart.window();
    this.logScale = chart.isLogScale();
    this.whole = chart.isWhole();
    this.unit = chart.unit();
    this.colors = chart.colors();
  }

  /** What a chart can be written as; the name of each is the ending of its file. */
  public enum Format {
    PNG,
    SVG,
    CSV;

    public String ending() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public void write(Format format, Path file) throws IOException {
    switch (format) {
      case PNG -> ImageIO.write(png(), "png", file.toFile());
      case SVG -> Files.writeString(file, svg());
      case CSV -> csv(file);
    }
  }

  private BufferedImage png() {
    BufferedImage image =
        new BufferedImage(SHARPER * WIDTH, SHARPER * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.scale(SHARPER, SHARPER);
    picture().draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    graphics.dispose();
    return image;
  }

  private String svg() {
    SVGGraphics2D graphics = new SVGGraphics2D(WIDTH, HEIGHT);
    picture().draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    return graphics.getSVGDocument();
  }

  private JFreeChart picture() {
    ChartFrame frame = new ChartFrame();
    frame.paint(colors);
    frame.useXAxis(whole);
    frame.useValueAxis(logScale);
    List<Curve> thinned =
        curves.stream()
            .map(c -> c.thinned(Decimation.columns(c.series(), window.from(), window.to(), MOST)))
            .toList();
    frame.show(new CurveDataset(thinned), window, ValueRange.of(thinned, window, logScale));
    XYPlot plot = frame.plot();
    Color text = colors.text();
    plot.getDomainAxis().setLabel(unit);
    plot.getDomainAxis().setLabelFont(TEXT);
    plot.getDomainAxis().setLabelPaint(text);
    JFreeChart picture = new JFreeChart(title, TITLE, plot, true);
    picture.setBackgroundPaint(colors.background());
    picture.setPadding(ChartAxes.PADDING);
    picture.getTitle().setPaint(text);
    picture.getLegend().setItemFont(TEXT);
    picture.getLegend().setItemPaint(text);
    picture.getLegend().setBackgroundPaint(colors.background());
    picture.getLegend().setFrame(BlockBorder.NONE);
    return picture;
  }

  private void csv(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("curve," + quoted(unit) + ",value\n");
      for (Curve curve : curves) {
        String name = quoted(curve.name());
        Series series = curve.series();
        for (int i = 0; i < series.size(); i++) {
          out.write(name + "," + number(series.x(i)) + "," + number(series.y(i)) + "\n");
        }
      }
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
