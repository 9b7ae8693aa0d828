package io.simmim.core.image;

/** Looks at a picture between its pixels, as Pillow's affine transform does. */
sealed interface PixelSampler permits BilinearSampler, BicubicSampler {

  static PixelSampler of(RgbImage image, Interpolation filter) {
    return switch (filter) {
      case BILINEAR -> new BilinearSampler(image);
      case BICUBIC -> new BicubicSampler(image);
    };
  }

  /** Writes the three channels at column x and row y, both counted between pixel centres. */
  void sample(double x, double y, byte[] out, int at);
}
