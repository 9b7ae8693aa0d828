package io.simmim.core.mask;

import io.simmim.core.config.ExperimentConfig;
import java.util.random.RandomGenerator;

/**
 * Random masking of SimMIM (paper, section 3.2; official {@code data/data_simmim.py}): out of the n
 * square mask patches of an image, exactly ceil(n * ratio) are hidden; the result is given on the
 * finer grid of model patches.
 *
 * @param inputSize image side in pixels, a multiple of {@code maskPatchSize}
 * @param maskPatchSize side of a mask patch in pixels, a multiple of {@code modelPatchSize}
 * @param modelPatchSize side of a model patch in pixels
 * @param ratio share of mask patches to hide, 0..1
 */
public record MaskGenerator(int inputSize, int maskPatchSize, int modelPatchSize, double ratio) {

  public MaskGenerator {
    requireMultiple("mask patch size", maskPatchSize, "model patch size", modelPatchSize);
    requireMultiple("input size", inputSize, "mask patch size", maskPatchSize);
    if (!(ratio >= 0 && ratio <= 1)) {
      throw new IllegalArgumentException("expected a mask ratio in 0..1, got " + ratio);
    }
  }

  /** The masks that a configuration asks for. */
  public static MaskGenerator of(ExperimentConfig config) {
    return new MaskGenerator(
        config.data().imgSize(),
        config.data().maskPatchSize(),
        config.model().patchSize(),
        config.data().maskRatio());
  }

  private static void requireMultiple(String name, int value, String ofName, int of) {
    if (of <= 0 || value <= 0 || value % of != 0) {
      throw new IllegalArgumentException(
          "expected %s to be a positive multiple of %s, got %d and %d"
              .formatted(name, ofName, value, of));
    }
  }

  /** Mask patches in an image: n. */
  public int maskPatches() {
    int side = inputSize / maskPatchSize;
    return side * side;
  }

  /** Mask patches hidden in every image: ceil(n * ratio), in double arithmetic as NumPy does. */
  public int hiddenMaskPatches() {
    return (int) Math.ceil(maskPatches() * ratio);
  }

  /** The share that is really hidden: ceil(n * ratio) / n. */
  public double realRatio() {
    return (double) hiddenMaskPatches() / maskPatches();
  }

  /** Side of the generated masks in model patches. */
  public int gridSize() {
    return inputSize / modelPatchSize;
  }

  /** Draws a random mask [gridSize, gridSize]. */
  public PatchMask generate(RandomGenerator rng) {
    return MaskStrategy.RANDOM.generate(this, rng);
  }
}
