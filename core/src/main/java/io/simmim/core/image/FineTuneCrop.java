package io.simmim.core.image;

import java.util.random.RandomGenerator;

/**
 * The random crop of fine-tuning: timm's random resized crop. Up to 32 pixels a picture that
 * already has the size is shifted by up to four pixels over black instead (official {@code
 * data/data_finetune.py}: RandomCrop with padding 4).
 *
 * @param imgSize side of the result in pixels
 * @param interpolation filter of the resize
 */
record FineTuneCrop(int imgSize, InterpolationChoice interpolation) {

  private static final int PADDING = 4;

  RgbImage apply(RgbImage image, RandomGenerator rng, Onlooker onlooker) {
    if (EvalTransform.keeps(image, imgSize)) {
      int top = rng.nextInt(2 * PADDING + 1) - PADDING;
      int left = rng.nextInt(2 * PADDING + 1) - PADDING;
      RgbImage shifted = shifted(image, top, left);
      onlooker.sees(
          "Shift", () -> "by (%d, %d) px over black".formatted(-left, -top), () -> shifted);
      return shifted;
    }
    CropBox box = RandomResizedCrop.FINE_TUNE.sample(image.width(), image.height(), rng);
    return Stages.crop(image, box, imgSize, interpolation.draw(rng), onlooker);
  }

  /** The part of the image from (top, left) on, black where there is none. */
  private RgbImage shifted(RgbImage image, int top, int left) {
    int stride = imgSize * RgbImage.CHANNELS;
    byte[] rgb = new byte[imgSize * stride];
    int from = Math.max(0, left) * RgbImage.CHANNELS;
    int to = Math.max(0, -left) * RgbImage.CHANNELS;
    int length = stride - Math.abs(left) * RgbImage.CHANNELS;
    for (int y = Math.max(0, -top); y < imgSize - Math.max(0, top); y++) {
      System.arraycopy(image.rgb(), (y + top) * stride + from, rgb, y * stride + to, length);
    }
    return new RgbImage(imgSize, imgSize, rgb);
  }
}
