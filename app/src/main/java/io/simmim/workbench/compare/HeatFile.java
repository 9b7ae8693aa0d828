package io.simmim.workbench.compare;

import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.chart.ChartExport;
import io.simmim.workbench.chart.ChartFile;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jfree.svg.SVGGraphics2D;

/** A heat map as a file: a picture, or one line for each run. */
final class HeatFile implements ChartFile {

  private static final int SHARPER = 2;

  private final HeatMap map;
  private final HeatDrawing drawing;

  HeatFile(HeatMap map, ChartColors colors) {
    this.map = map;
    this.drawing = new HeatDrawing(map, colors);
  }

  @Override
  public void write(ChartExport.Format format, Path file) throws IOException {
    switch (format) {
      case PNG -> ImageIO.write(png(), "png", file.toFile());
      case SVG -> Files.writeString(file, svg());
      case CSV -> Files.writeString(file, csv());
    }
  }

  private BufferedImage png() {
    BufferedImage image =
        new BufferedImage(
            SHARPER * drawing.width(), SHARPER * drawing.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.scale(SHARPER, SHARPER);
    drawing.draw(graphics);
    graphics.dispose();
    return image;
  }

  private String svg() {
    SVGGraphics2D graphics = new SVGGraphics2D(drawing.width(), drawing.height());
    drawing.draw(graphics);
    return graphics.getSVGDocument();
  }

  /** One line for each run, so that the spread can be worked out again. */
  private String csv() {
    StringBuilder text = new StringBuilder(map.x().path());
    map.y().ifPresent(key -> text.append(',').append(key.path()));
    text.append(",run,").append(map.number().name().toLowerCase(Locale.ROOT)).append('\n');
    for (int row = 0; row < map.rows().size(); row++) {
      for (int column = 0; column < map.x().values().size(); column++) {
        lines(row, column, text);
      }
    }
    return text.toString();
  }

  private void lines(int row, int column, StringBuilder text) {
    for (ComparedNumbers run : map.cell(row, column).runs()) {
      text.append(quoted(map.x().values().get(column)));
      map.y().ifPresent(key -> text.append(',').append(quoted(key.values().get(row))));
      text.append(',')
          .append(quoted(run.run().label()))
          .append(',')
          .append(map.number().of(run).map(String::valueOf).orElse(""))
          .append('\n');
    }
  }

  private static String quoted(String text) {
    return text.matches("[A-Za-z0-9_.+-]+") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
