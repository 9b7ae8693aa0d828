package io.simmim.core.image;

import java.util.random.RandomGenerator;

/**
 * A box of random area and aspect ratio: RandomResizedCrop of torchvision and
 * RandomResizedCropAndInterpolation of timm, which differ in the precision of the ratio only.
 *
 * @param minArea smallest share of the image's area
 * @param maxArea largest share of the image's area
 * @param minRatio smallest width / height
 * @param maxRatio largest width / height
 * @param float32 draw and exponentiate the ratio in float32, as torch does
 */
public record RandomResizedCrop(
    double minArea, double maxArea, double minRatio, double maxRatio, boolean float32) {

  /** Pre-training, by torchvision (official {@code data/data_simmim.py}). */
  public static final RandomResizedCrop PRETRAIN =
      new RandomResizedCrop(0.67, 1, 3.0 / 4, 4.0 / 3, true);

  /** Fine-tuning, by timm (official {@code data/data_finetune.py}). */
  public static final RandomResizedCrop FINE_TUNE =
      new RandomResizedCrop(0.08, 1, 3.0 / 4, 4.0 / 3, false);

  private static final int TRIES = 10;

  public RandomResizedCrop {
    if (!(0 < minArea && minArea <= maxArea && maxArea <= 1)
        || !(0 < minRatio && minRatio <= maxRatio)) {
      throw new IllegalArgumentException(
          "expected 0 < area <= 1 and 0 < ratio, both ordered, got %s..%s and %s..%s"
              .formatted(minArea, maxArea, minRatio, maxRatio));
    }
  }

  /** Draws a box; after ten boxes that do not fit, the largest central one of allowed ratio. */
  public CropBox sample(int width, int height, RandomGenerator rng) {
    for (int i = 0; i < TRIES; i++) {
      double area = (double) width * height * uniform(rng, minArea, maxArea);
      double ratio = ratio(rng);
      int w = (int) Math.rint(Math.sqrt(area * ratio));
      int h = (int) Math.rint(Math.sqrt(area / ratio));
      if (w > 0 && w <= width && h > 0 && h <= height) {
        int top = rng.nextInt(height - h + 1);
        return new CropBox(top, rng.nextInt(width - w + 1), h, w);
      }
    }
    return central(width, height);
  }

  private double ratio(RandomGenerator rng) {
    if (float32) {
      float log = (float) uniform(rng, (float) Math.log(minRatio), (float) Math.log(maxRatio));
      return (float) Math.exp(log);
    }
    return Math.exp(uniform(rng, Math.log(minRatio), Math.log(maxRatio)));
  }

  private static double uniform(RandomGenerator rng, double from, double to) {
    return from + (to - from) * rng.nextDouble();
  }

  private CropBox central(int width, int height) {
    double ratio = (double) width / height;
    int w = width;
    int h = height;
    if (ratio < minRatio) {
      h = Math.max(1, (int) Math.rint(w / minRatio));
    } else if (ratio > maxRatio) {
      w = Math.max(1, (int) Math.rint(h * maxRatio));
    }
    return new CropBox((height - h) / 2, (width - w) / 2, h, w);
  }
}
