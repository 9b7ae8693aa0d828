package io.simmim.workbench.compare;

import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.picture.HeatColors;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A heat map drawn on paper, in points. */
final class HeatDrawing {

  private static final int CELL_WIDTH = 110;
  private static final int CELL_HEIGHT = 56;
  private static final int LEFT = 190;
  private static final int TOP = 96;
  private static final int MARGIN = 24;
  private static final int BAR = 160;
  private static final Font TITLE = new Font("Inter", Font.BOLD, 16);
  private static final Font KEY = new Font("Inter", Font.BOLD, 12);
  private static final Font TEXT = new Font("Inter", Font.PLAIN, 12);
  private static final Font SMALL = new Font("Inter", Font.PLAIN, 10);

  private final HeatMap map;
  private final ChartColors colors;
  private final HeatColors heat;

  HeatDrawing(HeatMap map, ChartColors colors) {
    this.map = map;
    this.colors = colors;
    this.heat = colors.equals(ChartColors.DARK) ? HeatColors.DARK : HeatColors.LIGHT;
  }

  int width() {
    return LEFT + map.x().values().size() * CELL_WIDTH + MARGIN;
  }

  int height() {
    return TOP + map.rows().size() * CELL_HEIGHT + 2 * MARGIN;
  }

  void draw(Graphics2D graphics) {
    graphics.setColor(colors.background());
    graphics.fillRect(0, 0, width(), height());
    graphics.setColor(colors.text());
    write(graphics, map.number().title(), TITLE, width() / 2.0, 30, 0.5);
    int middle = LEFT + map.x().values().size() * CELL_WIDTH / 2;
    write(graphics, map.x().path(), KEY, middle, 60, 0.5);
    map.y().ifPresent(key -> write(graphics, key.path(), KEY, LEFT - 10, TOP - 12, 1));
    List<String> across = map.x().values();
    for (int i = 0; i < across.size(); i++) {
      write(graphics, across.get(i), TEXT, LEFT + (i + 0.5) * CELL_WIDTH, TOP - 12, 0.5);
    }
    for (int row = 0; row < map.rows().size(); row++) {
      drawRow(graphics, row);
    }
    drawBar(graphics);
  }

  private void drawRow(Graphics2D graphics, int row) {
    double middle = TOP + (row + 0.5) * CELL_HEIGHT + 4;
    graphics.setColor(colors.text());
    map.y().ifPresent(key -> write(graphics, key.values().get(row), TEXT, LEFT - 10, middle, 1));
    for (int column = 0; column < map.x().values().size(); column++) {
      drawCell(graphics, row, column);
    }
  }

  private void drawCell(Graphics2D graphics, int row, int column) {
    MapCell cell = map.cell(row, column);
    int left = LEFT + column * CELL_WIDTH;
    int top = TOP + row * CELL_HEIGHT;
    Rectangle2D box = new Rectangle2D.Double(left + 1, top + 1, CELL_WIDTH - 2, CELL_HEIGHT - 2);
    String remark = CellWords.remark(cell, map.number());
    if (cell.hasValue()) {
      Color fill = new Color(heat.of(cell.mean(), map.low(), map.high()));
      graphics.setColor(fill);
      graphics.fill(box);
      graphics.setColor(HeatColors.isBright(fill.getRGB()) ? Color.BLACK : Color.WHITE);
    } else {
      graphics.setColor(colors.grid());
      graphics.draw(box);
      graphics.setColor(colors.text());
    }
    double x = left + CELL_WIDTH / 2.0;
    double y = top + CELL_HEIGHT / 2.0 + (remark.isEmpty() ? 4 : -2);
    write(graphics, CellWords.number(cell, map.number()), KEY, x, y, 0.5);
    write(graphics, remark, SMALL, x, top + CELL_HEIGHT / 2.0 + 14, 0.5);
    if (map.best().filter(cell::equals).isPresent()) {
      graphics.setColor(colors.line());
      graphics.setStroke(new BasicStroke(3));
      graphics.draw(box);
      graphics.setStroke(new BasicStroke(1));
    }
  }

  private void drawBar(Graphics2D graphics) {
    double top = TOP + map.rows().size() * CELL_HEIGHT + 14.0;
    for (int i = 0; i < BAR; i++) {
      graphics.setColor(new Color(heat.of(i / (BAR - 1.0), 0, 1)));
      graphics.fill(new Rectangle2D.Double(LEFT + i, top, 1.5, 10));
    }
    graphics.setColor(colors.text());
    write(graphics, map.number().inWords(map.low()), SMALL, LEFT - 6, top + 9, 1);
    write(graphics, map.number().inWords(map.high()), SMALL, LEFT + BAR + 8, top + 9, 0);
  }

  /**
   * @param part of the text that is to the left of x
   */
  private static void write(
      Graphics2D graphics, String text, Font font, double x, double y, double part) {
    graphics.setFont(font);
    double width = graphics.getFontMetrics().stringWidth(text);
    graphics.drawString(text, (float) (x - part * width), (float) y);
  }
}
