package io.simmim.core.image;

/**
 * Pillow's {@code ImageEnhance}: the picture is moved away from a poorer one, which factor 0 gives
 * and factor 1 leaves; in float32, cut off to whole levels (Pillow {@code src/libImaging/Blend.c}).
 */
final class Enhancement {

  private static final int MAX = 255;

  private Enhancement() {}

  /** Towards or away from black. */
  static RgbImage brightness(RgbImage image, float factor) {
    return LevelTables.change(image, level -> blend(0, level, factor));
  }

  /** Towards or away from the grey of the mean luma. */
  static RgbImage contrast(RgbImage image, float factor) {
    byte[] rgb = image.rgb();
    long sum = 0;
    for (int at = 0; at < rgb.length; at += RgbImage.CHANNELS) {
      sum += Luma.of(rgb, at);
    }
    int mean = (int) ((double) sum / (image.width() * image.height()) + 0.5);
    return LevelTables.change(image, level -> blend(mean, level, factor));
  }

  /** Towards or away from the luma of each pixel. */
  static RgbImage color(RgbImage image, float factor) {
    byte[] in = image.rgb();
    byte[] out = new byte[in.length];
    for (int at = 0; at < in.length; at += RgbImage.CHANNELS) {
      int luma = Luma.of(in, at);
      out[at] = (byte) blend(luma, in[at] & 0xff, factor);
      out[at + 1] = (byte) blend(luma, in[at + 1] & 0xff, factor);
      out[at + 2] = (byte) blend(luma, in[at + 2] & 0xff, factor);
    }
    return new RgbImage(image.width(), image.height(), out);
  }

  /** A value 0..255 between (factor 0..1) or beyond two others. */
  static int blend(int poor, int level, float factor) {
    return Math.max(0, Math.min(MAX, (int) (poor + factor * (level - poor))));
  }
}
