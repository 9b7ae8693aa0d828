package io.simmim.core.image;

/**
 * Pillow's {@code ImageEnhance.Sharpness}: away from or towards a picture smoothed by the kernel (1
 * 1 1, 1 5 1, 1 1 1) / 13, whose border is left as it is.
 */
final class Sharpness {

  private static final int CENTER_WEIGHT = 5;
  private static final int KERNEL_SUM = 13;

  private Sharpness() {}

  static RgbImage apply(RgbImage image, float factor) {
    byte[] in = image.rgb();
    byte[] out = in.clone();
    int stride = image.width() * RgbImage.CHANNELS;
    for (int row = 1; row < image.height() - 1; row++) {
      int end = (row + 1) * stride - RgbImage.CHANNELS;
      for (int at = row * stride + RgbImage.CHANNELS; at < end; at++) {
        out[at] = (byte) Enhancement.blend(smoothed(in, at, stride), in[at] & 0xff, factor);
      }
    }
    return new RgbImage(image.width(), image.height(), out);
  }

  /** Rounded to nearest; no tie can occur, so it is what Pillow's float32 sum gives. */
  private static int smoothed(byte[] in, int at, int stride) {
    int sum =
        three(in, at - stride)
            + three(in, at)
            + three(in, at + stride)
            + (CENTER_WEIGHT - 1) * (in[at] & 0xff);
    return (2 * sum + KERNEL_SUM) / (2 * KERNEL_SUM);
  }

  private static int three(byte[] in, int at) {
    return (in[at - RgbImage.CHANNELS] & 0xff)
        + (in[at] & 0xff)
        + (in[at + RgbImage.CHANNELS] & 0xff);
  }
}
