package io.simmim.workbench.masks;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;

/**
 * Where the large pictures are: squares under their titles, in a row or, where that makes them
 * clearly larger, in two, in the middle of their place. Of three, the middle one is enlarged beside
 * the other two where a row would leave much of the place empty.
 *
 * @param squares from the first picture on
 */
record StageArea(List<Square> squares) {

  static final StageArea EMPTY = new StageArea(List.of());

  /** Height of a title. */
  static final double HEAD = 24;

  private static final double GAP = 12;
  private static final double CLEARLY = 1.1;
  private static final double FAR = 1.5;

  /**
   * A picture without its title.
   *
   * @param left edge
   * @param top edge
   */
  record Square(double left, double top, double side) {

    Point2D corner() {
      return new Point2D(left, top);
    }

    /** Position in the square, as shares of its side; outside of it below 0 or above 1. */
    Point2D share(double x, double y) {
      return new Point2D((x - left) / side, (y - top) / side);
    }

    private boolean contains(double x, double y) {
      Point2D within = share(x, y);
      return within.getX() >= 0 && within.getX() < 1 && within.getY() >= 0 && within.getY() < 1;
    }

    /** From a point to the nearest point of the square. */
    private double distance(double x, double y) {
      double right = Math.max(0, Math.max(left - x, x - left - side));
      double down = Math.max(0, Math.max(top - y, y - top - side));
      return Math.hypot(right, down);
    }
  }

  StageArea {
    squares = List.copyOf(squares);
  }

  static StageArea of(int count, double width, double height) {
    if (count == 0) {
      return EMPTY;
    }
    int half = (count + 1) / 2;
    double inARow = side(count, count, width, height);
    double large = large(width, height);
    if (count == 3 && large > FAR * inARow) {
      return enlarged(Math.floor(large), width, height);
    }
    boolean twoRows = side(count, half, width, height) > CLEARLY * inARow;
    return rows(count, twoRows ? half : count, width, height);
  }

  private static StageArea rows(int count, int columns, double width, double height) {
    int rows = count(count, columns);
    double side = Math.floor(Math.max(1, side(count, columns, width, height)));
    double left = Math.rint((width - columns * side - (columns - 1) * GAP) / 2);
    double top = Math.rint((height - rows * (side + HEAD)) / 2 + HEAD);
    List<Square> squares = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = left + i % columns * (side + GAP);
      double y = top + Math.floorDiv(i, columns) * (side + HEAD);
      squares.add(new Square(x, y, side));
    }
    return new StageArea(squares);
  }

  private static double side(int count, int columns, double width, double height) {
    double widest = (width - GAP * (columns + 1)) / columns;
    return Math.min(widest, (height - GAP) / count(count, columns) - HEAD);
  }

  private static int count(int squares, int columns) {
    return (squares + columns - 1) / columns;
  }

  /** Side of a square beside two small ones, which are as high with the title between them. */
  private static double large(double width, double height) {
    return Math.min(height - GAP - HEAD, (width - 3 * GAP + HEAD / 2) * 2 / 3);
  }

  private static StageArea enlarged(double large, double width, double height) {
    double small = Math.floor((large - HEAD) / 2);
    double left = Math.rint((width - small - GAP - large) / 2);
    double top = Math.rint((height - large - HEAD) / 2 + HEAD);
    return new StageArea(
        List.of(
            new Square(left, top, small),
            new Square(left + small + GAP, top, large),
            new Square(left, top + large - small, small)));
  }

  Square square(int index) {
    return squares.get(index);
  }

  /** Index of the square nearest to a point. */
  int nearest(double x, double y) {
    int nearest = 0;
    for (int i = 1; i < squares.size(); i++) {
      if (squares.get(i).distance(x, y) < squares.get(nearest).distance(x, y)) {
        nearest = i;
      }
    }
    return nearest;
  }

  /** Whether a point is in one of the squares. */
  boolean contains(double x, double y) {
    return squares.stream().anyMatch(square -> square.contains(x, y));
  }
}
