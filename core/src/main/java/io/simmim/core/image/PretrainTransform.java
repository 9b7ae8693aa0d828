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
    CropBox box = RandomResizedCrop.PRETRAIN.sample(image.width(), image.height(), rng);
    RgbImage crop = new Resize(imgSize, imgSize, Interpolation.BILINEAR).apply(image, box);
    return rng.nextDouble() < FLIP_PROBABILITY ? crop.flipped() : crop;
  }
}
