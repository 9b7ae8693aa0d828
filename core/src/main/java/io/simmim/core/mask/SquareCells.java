package io.simmim.core.mask;

import java.util.BitSet;
import java.util.random.RandomGenerator;

/**
 * One square at a random place (paper, section 3.2). Where the number is no square number, or the
 * grid too narrow, it is the nearest rectangle, and its last column may be shorter.
 */
final class SquareCells implements CellChoice {

  @Override
  public BitSet choose(CellGrid grid, int count, RandomGenerator rng) {
    BitSet hidden = new BitSet(grid.cells());
    if (count == 0) {
      return hidden;
    }
    int lowest = ceilDiv(count, grid.columns());
    int height = Math.max(lowest, Math.min(grid.rows(), (int) Math.round(Math.sqrt(count))));
    int width = ceilDiv(count, height);
    int top = rng.nextInt(grid.rows() - height + 1);
    int left = rng.nextInt(grid.columns() - width + 1);
    grid.fill(hidden, top, left, height, width - 1);
    grid.fill(hidden, top, left + width - 1, count - height * (width - 1), 1);
    return hidden;
  }

  private static int ceilDiv(int value, int by) {
    return (value + by - 1) / by;
  }
}
