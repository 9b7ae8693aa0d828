package io.simmim.core.data;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws how images are mixed.
 *
 * @param mixup alpha of mixup, 0 for never
 * @param cutmix alpha of cutmix, 0 for never
 * @param minmax smallest and largest side of cutmix boxes as a share of the image; empty to draw
 *     boxes from {@code cutmix}
 * @param probability of mixing at all
 * @param switchProbability of cutmix where both are possible
 */
record MixDraw(
    double mixup,
    double cutmix,
    List<Double> minmax,
    double probability,
    double switchProbability) {

  Mix next(SampleShape shape, RandomGenerator rng) {
    if (rng.nextDouble() >= probability) {
      return Mix.NONE;
    }
    boolean cut = cutmix > 0 && (mixup <= 0 || rng.nextDouble() < switchProbability);
    return cut ? paste(shape, rng) : new Mix.Blend(new BetaDistribution(mixup).draw(rng));
  }

  private Mix paste(SampleShape shape, RandomGenerator rng) {
    CutBox box = minmax.isEmpty() ? drawnBox(shape, rng) : boundedBox(shape, rng);
    // The border may have cut the box off, so its area decides.
    return new Mix.Paste(box, box.outside(shape));
  }

  private CutBox drawnBox(SampleShape shape, RandomGenerator rng) {
    double lam = new BetaDistribution(cutmix).draw(rng);
    int row = rng.nextInt(shape.height());
    return CutBox.about(row, rng.nextInt(shape.width()), shape, lam);
  }

  private CutBox boundedBox(SampleShape shape, RandomGenerator rng) {
    return CutBox.between(minmax.get(0), minmax.get(1), shape, rng);
  }
}
