package io.simmim.core.mask;

import java.util.BitSet;
import java.util.function.IntConsumer;

/** Cells in rows and columns, numbered row by row from 0. */
record CellGrid(int rows, int columns) {

  int cells() {
    return rows * columns;
  }

  /** Adds the cells of a rectangle that lies inside the grid. */
  void fill(BitSet cells, int top, int left, int height, int width) {
    for (int row = top; row < top + height; row++) {
      cells.set(row * columns + left, row * columns + left + width);
    }
  }

  /** The cells that share a side with {@code cell}. */
  void neighbours(int cell, IntConsumer each) {
    int column = cell % columns;
    if (column > 0) {
      each.accept(cell - 1);
    }
    if (column < columns - 1) {
      each.accept(cell + 1);
    }
    if (cell >= columns) {
      each.accept(cell - columns);
    }
    if (cell < cells() - columns) {
      each.accept(cell + columns);
    }
  }
}
