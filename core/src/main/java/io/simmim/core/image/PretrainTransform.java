package io.simmim.core.image;

import java.util.random.RandomGenerator;

/**
 * The pre-training augmentation (paper, section 4.1; official {@code data/data_simmim.py}): random
 * resized crop with bilinear interpolation, then a horizontal flip of every other picture.
 *
 * @param imgSize side of the result in pixels
 */
public record PretrainTransform(int imgSize) {

  private static final double FLIP_PROBABILITY = 0.5;

  /** Returns a picture of imgSize x imgSize pixels. */
  public RgbImage apply(RgbImage image, RandomGenerator rng) {
    return apply(image, rng, Onlooker.NOBODY);
  }

  /** The same while somebody looks on. */
  public RgbImage apply(RgbImage image, RandomGenerator rng, Onlooker onlooker) {
    CropBox box = RandomResizedCrop.PRETRAIN.sample(image.width(), image.height(), rng);
    RgbImage crop = Stages.crop(image, box, imgSize, Interpolation.BILINEAR, onlooker);
    return Stages.flip(crop, rng.nextDouble() < FLIP_PROBABILITY, onlooker);
  }
}
