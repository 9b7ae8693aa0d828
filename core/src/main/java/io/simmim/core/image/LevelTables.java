package io.simmim.core.image;

import java.util.function.IntUnaryOperator;

/**
 * Operations that change every value by a table: Pillow's {@code ImageOps}, and timm's {@code
 * solarize_add}.
 */
final class LevelTables {

  private static final int LEVELS = 256;
  private static final int MAX = 255;
  private static final int DARK = 128;

  private LevelTables() {}

  /** Keeps the highest bits of every value. */
  static RgbImage posterize(RgbImage image, int bits) {
    int mask = -1 << Byte.SIZE - bits;
    return change(image, level -> level & mask);
  }

  /** Inverts values from a threshold on; all of them from 0. */
  static RgbImage solarize(RgbImage image, int threshold) {
    return change(image, level -> level < threshold ? level : MAX - level);
  }

  /** Makes dark values lighter. */
  static RgbImage solarizeAdd(RgbImage image, int add) {
    return change(image, level -> level < DARK ? Math.min(MAX, level + add) : level);
  }

  /** Spreads the values of each channel over all levels. */
  static RgbImage autoContrast(RgbImage image) {
    return changeChannels(image, LevelTables::stretched);
  }

  /** Makes all levels of each channel about equally frequent. */
  static RgbImage equalize(RgbImage image) {
    return changeChannels(image, LevelTables::equalized);
  }

  /** Changes every value alike. */
  static RgbImage change(RgbImage image, IntUnaryOperator level) {
    byte[] table = new byte[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      table[i] = (byte) level.applyAsInt(i);
    }
    byte[] in = image.rgb();
    byte[] out = new byte[in.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = table[in[i] & 0xff];
    }
    return new RgbImage(image.width(), image.height(), out);
  }

  /** What a channel's histogram [256] makes of each level. */
  private interface Curve {
    int[] of(int[] histogram);
  }

  private static RgbImage changeChannels(RgbImage image, Curve curve) {
    byte[] in = image.rgb();
    byte[] out = new byte[in.length];
    for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
      int[] histogram = new int[LEVELS];
      for (int i = channel; i < in.length; i += RgbImage.CHANNELS) {
        histogram[in[i] & 0xff]++;
      }
      int[] table = curve.of(histogram);
      for (int i = channel; i < in.length; i += RgbImage.CHANNELS) {
        out[i] = (byte) table[in[i] & 0xff];
      }
    }
    return new RgbImage(image.width(), image.height(), out);
  }

  private static int[] stretched(int[] histogram) {
    int low = 0;
    while (histogram[low] == 0) {
      low++;
    }
    int high = highest(histogram);
    int[] table = unchanged();
    if (high > low) {
      double scale = 255.0 / (high - low);
      double offset = -low * scale;
      for (int i = 0; i < LEVELS; i++) {
        table[i] = Math.max(0, Math.min(MAX, (int) (i * scale + offset)));
      }
    }
    return table;
  }

  private static int[] equalized(int[] histogram) {
    int total = 0;
    for (int count : histogram) {
      total += count;
    }
    int step = (total - histogram[highest(histogram)]) / MAX;
    int[] table = unchanged();
    // With one level only the step is zero as well.
    if (step > 0) {
      int below = step / 2;
      for (int i = 0; i < LEVELS; i++) {
        table[i] = Math.min(MAX, below / step);
        below += histogram[i];
      }
    }
    return table;
  }

  private static int highest(int[] histogram) {
    int high = MAX;
    while (histogram[high] == 0) {
      high--;
    }
    return high;
  }

  private static int[] unchanged() {
    int[] table = new int[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      table[i] = i;
    }
    return table;
  }
}
