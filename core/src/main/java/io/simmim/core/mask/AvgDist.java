package io.simmim.core.mask;

import java.util.OptionalDouble;

/**
 * AvgDist of a mask (paper, section 4.2): the mean Euclidean distance in pixels, over all hidden
 * pixels of an image, from a hidden pixel's centre to the centre of the nearest visible one. A
 * hidden pixel directly beside a visible one has distance 1; the image's border is not visible. The
 * paper found masks of 10 to 20 pixels good.
 */
public final class AvgDist {

  private AvgDist() {}

  /**
   * AvgDist of a mask.
   *
   * @param patchSize side of a model patch in pixels
   * @return pixels; empty when nothing is hidden, or nothing is visible
   */
  public static OptionalDouble of(PatchMask mask, int patchSize) {
    int hidden = mask.hiddenCount();
    if (patchSize <= 0) {
      throw new IllegalArgumentException("expected a positive patch size, got " + patchSize);
    }
    if (hidden == 0 || hidden == mask.height() * mask.width()) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (double squared : DistanceTransform.of(mask, patchSize)) {
      sum += Math.sqrt(squared);
    }
    return OptionalDouble.of(sum / ((double) hidden * patchSize * patchSize));
  }
}
