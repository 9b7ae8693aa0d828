package io.simmim.workbench.masks;

import javafx.geometry.Point2D;

/**
 * Where the large pictures are: squares in a row, in the middle of their place.
 *
 * @param count of squares
 * @param left edge of the first square
 * @param top edge of all squares
 * @param side of each square
 */
record StageArea(int count, double left, double top, double side, double gap) {

  static final StageArea EMPTY = new StageArea(0, 0, 0, 0, 0);

  static StageArea of(int count, double width, double height, double head, double gap) {
    if (count == 0) {
      return EMPTY;
    }
    double widest = (width - gap * (count + 1)) / count;
    double side = Math.floor(Math.max(1, Math.min(widest, height - head - gap)));
    double left = (width - count * side - (count - 1) * gap) / 2;
    double top = (height - head - side) / 2 + head;
    return new StageArea(count, Math.rint(left), Math.rint(top), side, gap);
  }

  Point2D corner(int index) {
    return new Point2D(left + index * (side + gap), top);
  }

  /** Index of the square nearest in x. */
  int nearest(double x) {
    int index = (int) Math.floor((x - left + gap / 2) / (side + gap));
    return Math.max(0, Math.min(count - 1, index));
  }

  /** Whether a point is in one of the squares. */
  boolean contains(double x, double y) {
    double within = x - corner(nearest(x)).getX();
    return count > 0 && within >= 0 && within < side && y >= top && y < top + side;
  }

  /** Position in the nearest square, as shares of its side; outside of it below 0 or above 1. */
  Point2D share(double x, double y) {
    return share(nearest(x), x, y);
  }

  Point2D share(int index, double x, double y) {
    return new Point2D((x - corner(index).getX()) / side, (y - top) / side);
  }
}
