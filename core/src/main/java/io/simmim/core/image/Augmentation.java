package io.simmim.core.image;

import io.simmim.core.config.AugConfig;
import io.simmim.core.fault.ConfigException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A random change of a picture that keeps its size. */
interface Augmentation {

  RgbImage apply(RgbImage image, RandomGenerator rng, Onlooker onlooker);

  /** The same while nobody looks on. */
  default RgbImage apply(RgbImage image, RandomGenerator rng) {
    return apply(image, rng, Onlooker.NOBODY);
  }

  /**
   * The operations of AUG.AUTO_AUGMENT; where it names none, the colour jitter.
   *
   * @param interpolation filter of operations that move pixels
   */
  static Augmentation of(AugConfig aug, InterpolationChoice interpolation) throws ConfigException {
    Optional<RandAugmentPolicy> policy = RandAugmentPolicy.parse(aug.autoAugment());
    if (policy.isPresent()) {
      return new RandAugment(policy.get(), interpolation);
    }
    return aug.colorJitter() > 0
        ? new ColorJitter(aug.colorJitter())
        : (image, rng, nobody) -> image;
  }
}
