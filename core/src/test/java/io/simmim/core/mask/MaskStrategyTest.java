package io.simmim.core.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MaskStrategyTest {

  /** Oblong, prime, narrow, and the grids of the paper's patch sizes. */
  private static final int[][] GRIDS = {
    {7, 13}, {1, 17}, {11, 2}, {3, 3}, {6, 6}, {12, 12}, {1, 1}
  };

  @ParameterizedTest
  @EnumSource
  void hidesExactlyAsManyCellsAsAskedForOnAnyGrid(MaskStrategy strategy) {
    for (int[] grid : GRIDS) {
      int cells = grid[0] * grid[1];
      for (int count = 0; count <= cells; count++) {
        for (int seed = 0; seed < 5; seed++) {
          BitSet hidden = strategy.cells(grid[0], grid[1], count, new SplittableRandom(seed));
          assertEquals(count, hidden.cardinality(), grid[0] + " x " + grid[1] + " #" + seed);
          assertTrue(hidden.length() <= cells);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedGivesTheSameMaskAndAnotherSeedAnother(MaskStrategy strategy) {
    MaskGenerator sizes = new MaskGenerator(192, 16, 4, 0.5);
    PatchMask first = strategy.generate(sizes, new SplittableRandom(3));
    assertEquals(first, strategy.generate(sizes, new SplittableRandom(3)));
    assertNotEquals(first, strategy.generate(sizes, new SplittableRandom(4)));
  }

  @ParameterizedTest
  @EnumSource
  void hidesWholeMaskPatchesWithTheRealRatio(MaskStrategy strategy) {
    MaskGenerator sizes = new MaskGenerator(192, 32, 4, 0.6);
    PatchMask mask = strategy.generate(sizes, new SplittableRandom(1));
    assertEquals(48, mask.width());
    assertEquals(22, mask.coarsened(8).orElseThrow().hiddenCount());
    assertEquals(sizes.realRatio(), mask.ratio());
  }

  @Test
  void aSquareIsOneWithSidesThatDifferByNoMoreThanOneCell() {
    for (int seed = 0; seed < 40; seed++) {
      BitSet hidden = MaskStrategy.SQUARE.cells(13, 17, 90, new SplittableRandom(seed));
      int[] box = box(hidden, 17);
      assertEquals(9, box[0]);
      assertEquals(10, box[1]);
    }
  }

  @Test
  void aSquareThatDoesNotFitTheGridIsCutToIt() {
    int[] box = box(MaskStrategy.SQUARE.cells(3, 40, 100, new SplittableRandom(1)), 40);
    assertEquals(3, box[0]);
    assertEquals(34, box[1]);
  }

  @Test
  void squaresReachEveryCorner() {
    BitSet reached = new BitSet();
    for (int seed = 0; seed < 400; seed++) {
      reached.or(MaskStrategy.SQUARE.cells(7, 11, 9, new SplittableRandom(seed)));
    }
    assertEquals(77, reached.cardinality());
  }

  @Test
  void aSingleBlockHasTheShapeOfOneOfBeit() {
    for (int seed = 0; seed < 200; seed++) {
      BitSet hidden = MaskStrategy.BLOCK_WISE.cells(61, 59, 16, new SplittableRandom(seed));
      int[] box = box(hidden, 59);
      double aspect = (double) box[0] / box[1];
      // 2 x 7 cells, rounded from the bound 0.3, and two more at the edges.
      assertTrue(aspect >= 2 / 9.0 && aspect <= 9 / 2.0, "#" + seed + " " + aspect);
    }
  }

  @Test
  void blocksLieCloserTogetherThanRandomPatches() {
    for (int seed = 0; seed < 20; seed++) {
      BitSet blocks = MaskStrategy.BLOCK_WISE.cells(24, 24, 230, new SplittableRandom(seed));
      BitSet random = MaskStrategy.RANDOM.cells(24, 24, 230, new SplittableRandom(seed));
      assertTrue(edges(blocks, 24) * 2 < edges(random, 24), "seed " + seed);
    }
  }

  /** Height and width of what is hidden. */
  private static int[] box(BitSet hidden, int columns) {
    int top = hidden.nextSetBit(0) / columns;
    int bottom = (hidden.length() - 1) / columns;
    int left = hidden.stream().map(i -> i % columns).min().orElseThrow();
    int right = hidden.stream().map(i -> i % columns).max().orElseThrow();
    return new int[] {bottom - top + 1, right - left + 1};
  }

  /** Sides between a hidden and a visible cell. */
  private static long edges(BitSet hidden, int side) {
    CellGrid grid = new CellGrid(side, side);
    long[] edges = new long[1];
    hidden.stream()
        .forEach(cell -> grid.neighbours(cell, next -> edges[0] += hidden.get(next) ? 0 : 1));
    return edges[0];
  }
}
