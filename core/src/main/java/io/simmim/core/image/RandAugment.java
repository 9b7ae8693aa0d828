package io.simmim.core.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * RandAugment (Cubuk et al. 2019) as in timm 0.4.12: some operations are drawn, and each is applied
 * with probability one half at a magnitude drawn about the policy's.
 *
 * @param policy what to draw
 * @param interpolation filter of operations that move pixels
 */
record RandAugment(RandAugmentPolicy policy, InterpolationChoice interpolation)
    implements Augmentation {

  private static final String TITLE = "RandAugment";
  private static final double PROBABILITY = 0.5;
  private static final double MAX_LEVEL = 10;

  @Override
  public RgbImage apply(RgbImage image, RandomGenerator rng, Onlooker onlooker) {
    RgbImage result = image;
    for (AugmentOperation operation : draw(rng)) {
      if (rng.nextDouble() <= PROBABILITY) {
        result = apply(operation, result, rng, onlooker);
      } else {
        RgbImage kept = result;
        onlooker.sees(TITLE, () -> operation.text() + ": left out, as half of all are", () -> kept);
      }
    }
    return result;
  }

  /** The operations for one picture, some of which are then skipped. */
  List<AugmentOperation> draw(RandomGenerator rng) {
    return policy.weighted() ? weighted(rng) : uniform(rng);
  }

  private RgbImage apply(
      AugmentOperation operation, RgbImage image, RandomGenerator rng, Onlooker onlooker) {
    double level = policy.magnitude();
    if (policy.magnitudeStd() > 0) {
      level += policy.magnitudeStd() * rng.nextGaussian();
    }
    double clipped = Math.max(0, Math.min(MAX_LEVEL, level));
    Strength strength = operation.strength(policy.increasing());
    boolean negative = strength.signed() && rng.nextDouble() > 0.5;
    double argument = strength.of(clipped, negative);
    RgbImage changed = operation.apply(image, argument, interpolation.draw(rng));
    onlooker.sees(TITLE, () -> inWords(operation, strength, clipped, argument), () -> changed);
    return changed;
  }

  private static String inWords(
      AugmentOperation operation, Strength strength, double level, double argument) {
    String words = strength.inWords(argument);
    return words.isEmpty()
        ? operation.text()
        : String.format(Locale.ROOT, "%s, level %.1f: %s", operation.text(), level, words);
  }

  private List<AugmentOperation> uniform(RandomGenerator rng) {
    AugmentOperation[] all = AugmentOperation.values();
    List<AugmentOperation> drawn = new ArrayList<>();
    for (int i = 0; i < policy.layers(); i++) {
      drawn.add(all[rng.nextInt(all.length)]);
    }
    return drawn;
  }

  /** Without putting back, in proportion to the weights of what is left. */
  private List<AugmentOperation> weighted(RandomGenerator rng) {
    List<AugmentOperation> left = new ArrayList<>(AugmentOperation.weighted());
    List<AugmentOperation> drawn = new ArrayList<>();
    for (int i = 0; i < policy.layers(); i++) {
      double at = rng.nextDouble() * left.stream().mapToDouble(AugmentOperation::weight).sum();
      int chosen = 0;
      while (chosen < left.size() - 1 && at >= left.get(chosen).weight()) {
        at -= left.get(chosen).weight();
        chosen++;
      }
      drawn.add(left.remove(chosen));
    }
    return drawn;
  }
}
