package io.simmim.core.mask;

import java.util.BitSet;
import java.util.random.RandomGenerator;

/** Lets hidden cells spread, cell by cell, to a random neighbour of those that are hidden. */
final class GrowingCells {

  private final CellGrid grid;
  private final BitSet hidden;
  private final RandomGenerator rng;
  private final int[] edge;
  private final BitSet onEdge;
  private int edgeSize;

  /**
   * @param hidden the cells to start with, to which others are added
   */
  GrowingCells(CellGrid grid, BitSet hidden, RandomGenerator rng) {
    this.grid = grid;
    this.hidden = hidden;
    this.rng = rng;
    this.edge = new int[grid.cells()];
    this.onEdge = new BitSet(grid.cells());
  }

  /** Adds so many cells; where none is hidden, the first is any. */
  void add(int count) {
    if (count > 0 && hidden.isEmpty()) {
      putOnEdge(rng.nextInt(grid.cells()));
    }
    hidden.stream().forEach(cell -> grid.neighbours(cell, this::putOnEdge));
    for (int i = 0; i < count; i++) {
      int place = rng.nextInt(edgeSize);
      int cell = edge[place];
      edge[place] = edge[--edgeSize];
      hidden.set(cell);
      grid.neighbours(cell, this::putOnEdge);
    }
  }

  private void putOnEdge(int cell) {
    if (!hidden.get(cell) && !onEdge.get(cell)) {
      onEdge.set(cell);
      edge[edgeSize++] = cell;
    }
  }
}
