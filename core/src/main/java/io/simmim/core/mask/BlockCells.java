package io.simmim.core.mask;

import java.util.BitSet;
import java.util.random.RandomGenerator;

/**
 * Block-wise masking of BEiT (Bao et al., 2022, algorithm 1): rectangles of at least 16 cells, with
 * an aspect ratio between 0.3 and 1 / 0.3, until enough cells are covered. What no rectangle fits
 * any more grows at the edges of the others, so that the number is exact; BEiT leaves it open.
 */
final class BlockCells implements CellChoice {

  private static final int SMALLEST = 16;
  private static final double FLATTEST = 0.3;
  private static final int ATTEMPTS = 10;

  @Override
  public BitSet choose(CellGrid grid, int count, RandomGenerator rng) {
    BitSet hidden = new BitSet(grid.cells());
    int missing = count;
    int attempts = ATTEMPTS;
    while (missing >= SMALLEST && attempts > 0) {
      BitSet grown = withBlock(hidden, grid, missing, rng);
      int added = grown.cardinality() - hidden.cardinality();
      if (added > 0 && added <= missing) {
        hidden = grown;
        missing -= added;
        attempts = ATTEMPTS;
      } else {
        attempts--;
      }
    }
    new GrowingCells(grid, hidden, rng).add(missing);
    return hidden;
  }

  private static BitSet withBlock(BitSet hidden, CellGrid grid, int most, RandomGenerator rng) {
    double area = SMALLEST + rng.nextDouble() * (most - SMALLEST);
    double aspect = Math.exp((2 * rng.nextDouble() - 1) * Math.log(FLATTEST));
    int height = (int) Math.round(Math.sqrt(area * aspect));
    int width = (int) Math.round(Math.sqrt(area / aspect));
    BitSet grown = (BitSet) hidden.clone();
    if (height >= 1 && height <= grid.rows() && width >= 1 && width <= grid.columns()) {
      int top = rng.nextInt(grid.rows() - height + 1);
      int left = rng.nextInt(grid.columns() - width + 1);
      grid.fill(grown, top, left, height, width);
    }
    return grown;
  }
}
