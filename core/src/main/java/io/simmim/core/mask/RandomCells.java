package io.simmim.core.mask;

import java.util.BitSet;
import java.util.random.RandomGenerator;

/** The first entries of a random permutation of all cells, as in SimMIM. */
final class RandomCells implements CellChoice {

  @Override
  public BitSet choose(CellGrid grid, int count, RandomGenerator rng) {
    int n = grid.cells();
    int[] cells = new int[n];
    for (int i = 0; i < n; i++) {
      cells[i] = i;
    }
    BitSet chosen = new BitSet(n);
    for (int i = 0; i < count; i++) {
      int j = i + rng.nextInt(n - i);
      chosen.set(cells[j]);
      cells[j] = cells[i];
    }
    return chosen;
  }
}
