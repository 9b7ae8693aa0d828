package io.simmim.core.mask;

import java.util.BitSet;
import java.util.random.RandomGenerator;

/**
 * How the hidden patches are spread over an image (paper, section 3.2 and the ablation of section
 * 4.2). All strategies hide exactly the same number of mask patches.
 */
public enum MaskStrategy {
  /** Each mask patch with the same chance, as SimMIM does it. */
  RANDOM(new RandomCells()),
  /** Rectangles of patches, as BEiT does it. */
  BLOCK_WISE(new BlockCells()),
  /** One square. */
  SQUARE(new SquareCells());

  private final CellChoice choice;

  MaskStrategy(CellChoice choice) {
    this.choice = choice;
  }

  /**
   * Draws a mask [gridSize, gridSize]; the same state of {@code rng} gives the same mask.
   *
   * @param sizes of the patches, and the ratio
   */
  public PatchMask generate(MaskGenerator sizes, RandomGenerator rng) {
    int side = sizes.inputSize() / sizes.maskPatchSize();
    BitSet cells = cells(side, side, sizes.hiddenMaskPatches(), rng);
    return new PatchMask(side, side, cells).refined(sizes.maskPatchSize() / sizes.modelPatchSize());
  }

  /** The hidden mask patches on a grid of any shape, row-major; exactly {@code count}. */
  BitSet cells(int rows, int columns, int count, RandomGenerator rng) {
    return choice.choose(new CellGrid(rows, columns), count, rng);
  }
}
