package io.simmim.workbench.picture;

import java.util.Optional;

/**
 * Where tiles of one size lie: in rows from left to right, each enlarged by a whole factor where
 * there is room, so that its pixels stay squares.
 *
 * @param columns tiles in a row
 * @param width of a tile as drawn
 * @param height of a tile as drawn
 * @param caption height of the line over each tile; 0 without captions
 */
record TileLayout(int count, int columns, double width, double height, double caption) {

  static final double GAP = 4;

  private static final double CAPTION = 18;
  private static final double CAPTION_GAP = 12;
  private static final double ALONE = 400;
  private static final double LARGE = 112;
  private static final double MEDIUM = 76;
  private static final double SMALL = 36;
  private static final int FEW = 12;
  private static final int STILL_FEW = 64;
  private static final int SLENDER = 6;

  /** A place on a tile. */
  record Cell(int tile, int row, int column) {}

  /**
   * @param pixels width of a picture
   * @param lines height of a picture
   * @param room width of the whole
   */
  static TileLayout of(int count, int pixels, int lines, boolean captions, double room) {
    double gap = captions ? CAPTION_GAP : GAP;
    double usual = count == 1 ? room : count <= FEW ? LARGE : count <= STILL_FEW ? MEDIUM : SMALL;
    int columns = Math.min(count, (int) Math.max(1, Math.floor((room + gap) / (usual + gap))));
    double most = count == 1 ? ALONE : usual;
    double across = count == 1 ? room : Math.min(room, usual);
    if (count > 1 && count <= STILL_FEW) {
      // As many in each row, and as large as these rows allow.
      int rows = (count + columns - 1) / columns;
      columns = (count + rows - 1) / rows;
      across = Math.min(2 * usual, (room - gap * (columns - 1)) / columns);
      most = across;
    }
    double zoom = Math.min(zoom(across / pixels), zoom(most / lines));
    // A slender picture is drawn with cells that are no squares, so that it can be seen.
    double width = Math.min(across, Math.max(pixels * zoom, lines * zoom / SLENDER));
    double height = Math.max(lines * zoom, Math.min(most, width / SLENDER));
    if (count > STILL_FEW) {
      columns = (int) Math.max(1, Math.floor((room + gap) / (width + gap)));
    }
    return new TileLayout(
        count, columns, Math.floor(width), Math.floor(height), captions ? CAPTION : 0);
  }

  private static double zoom(double factor) {
    return factor >= 1 ? Math.floor(factor) : factor;
  }

  private double gap() {
    return caption > 0 ? CAPTION_GAP : GAP;
  }

  double x(int tile) {
    return tile % columns * (width + gap());
  }

  /** Top of the picture; its caption is above it. */
  double y(int tile) {
    return Math.floorDiv(tile, columns) * (caption + height + gap()) + caption;
  }

  double totalWidth() {
    return columns * (width + gap()) - gap();
  }

  double totalHeight() {
    int rows = (count + columns - 1) / columns;
    return rows * (caption + height + gap()) - gap();
  }

  /** The pixel, of pictures of that size, under a point. */
  Optional<Cell> at(double x, double y, int pixels, int lines) {
    int column = (int) Math.floor(x / (width + gap()));
    int row = (int) Math.floor(y / (caption + height + gap()));
    int tile = row * columns + column;
    if (x < 0 || y < 0 || column >= columns || tile >= count) {
      return Optional.empty();
    }
    int cellColumn = (int) Math.floor((x - x(tile)) / width * pixels);
    int cellRow = (int) Math.floor((y - y(tile)) / height * lines);
    boolean inside = cellColumn >= 0 && cellColumn < pixels && cellRow >= 0 && cellRow < lines;
    return inside ? Optional.of(new Cell(tile, cellRow, cellColumn)) : Optional.empty();
  }
}
