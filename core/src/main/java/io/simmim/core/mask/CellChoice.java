package io.simmim.core.mask;

import java.util.BitSet;
import java.util.random.RandomGenerator;

/** Chooses which cells of a grid are hidden. */
interface CellChoice {

  /**
   * Chooses cells.
   *
   * @param grid rows and columns of cells
   * @param count how many, 0..rows * columns
   * @return exactly {@code count} cells, row-major
   */
  BitSet choose(CellGrid grid, int count, RandomGenerator rng);
}
