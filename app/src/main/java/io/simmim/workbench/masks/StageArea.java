package io.simmim.workbench.masks;

import javafx.geometry.Point2D;

/**
 * Where the large pictures are: squares under their titles, in a row or, where that makes them
 * clearly larger, in two, in the middle of their place.
 *
 * @param count of squares
 * @param columns of squares in a row
 * @param left edge of the first square
 * @param top edge of the first square
 * @param side of each square
 */
record StageArea(int count, int columns, double left, double top, double side) {

  static final StageArea EMPTY = new StageArea(0, 1, 0, 0, 1);

  /** Height of a title. */
  static final double HEAD = 24;

  private static final double GAP = 12;
  private static final double CLEARLY = 1.1;

  static StageArea of(int count, double width, double height) {
    if (count == 0) {
      return EMPTY;
    }
    int half = (count + 1) / 2;
    boolean twoRows =
        side(count, half, width, height) > CLEARLY * side(count, count, width, height);
    int columns = twoRows ? half : count;
    int rows = rows(count, columns);
    double side = Math.floor(Math.max(1, side(count, columns, width, height)));
    double left = (width - columns * side - (columns - 1) * GAP) / 2;
    double top = (height - rows * (side + HEAD)) / 2 + HEAD;
    return new StageArea(count, columns, Math.rint(left), Math.rint(top), side);
  }

  private static double side(int count, int columns, double width, double height) {
    int rows = rows(count, columns);
    double widest = (width - GAP * (columns + 1)) / columns;
    return Math.min(widest, (height - GAP) / rows - HEAD);
  }

  private static int rows(int count, int columns) {
    return (count + columns - 1) / columns;
  }

  Point2D corner(int index) {
    return new Point2D(
        left + index % columns * (side + GAP), top + Math.floorDiv(index, columns) * (side + HEAD));
  }

  /** Index of the square nearest to a point. */
  int nearest(double x, double y) {
    int column = (int) Math.floor((x - left + GAP / 2) / (side + GAP));
    int row = (int) Math.floor((y - top + HEAD / 2) / (side + HEAD));
    int last = rows(count, columns) - 1;
    int index =
        Math.max(0, Math.min(last, row)) * columns + Math.max(0, Math.min(columns - 1, column));
    return Math.min(count - 1, index);
  }

  /** Whether a point is in one of the squares. */
  boolean contains(double x, double y) {
    if (count == 0) {
      return false;
    }
    Point2D within = share(nearest(x, y), x, y);
    return within.getX() >= 0 && within.getX() < 1 && within.getY() >= 0 && within.getY() < 1;
  }

  /** Position in a square, as shares of its side; outside of it below 0 or above 1. */
  Point2D share(int index, double x, double y) {
    return new Point2D((x - corner(index).getX()) / side, (y - corner(index).getY()) / side);
  }
}
