package io.simmim.core.image;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * Between 8-bit pixels and the network's input: ToTensor and Normalize of torchvision.
 *
 * @param mean of each channel, pixels in 0..1
 * @param std of each channel, pixels in 0..1
 */
public record Normalization(List<Float> mean, List<Float> std) {

  /** Statistics of ImageNet, as in all official configurations. */
  public static final Normalization IMAGENET =
      new Normalization(List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f));

  private static final int LEVELS = 256;

  public Normalization {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (mean.size() != RgbImage.CHANNELS || std.size() != RgbImage.CHANNELS) {
      throw new IllegalArgumentException(
          "expected 3 means and 3 deviations, got %d and %d".formatted(mean.size(), std.size()));
    }
  }

  /** Puts the image as float32 [3, height, width] at the buffer's position. */
  public void write(RgbImage image, FloatBuffer target) {
    byte[] rgb = image.rgb();
    float[] plane = new float[image.width() * image.height()];
    for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
      float[] table = table(channel);
      for (int i = 0, at = channel; i < plane.length; i++, at += RgbImage.CHANNELS) {
        plane[i] = table[rgb[at] & 0xff];
      }
      target.put(plane);
    }
  }

  /** The value of every 8-bit level. */
  private float[] table(int channel) {
    float[] table = new float[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      table[level] = (level / 255f - mean.get(channel)) / std.get(channel);
    }
    return table;
  }

  /**
   * The picture of a normalised tensor; values outside 0..255 are clamped, NaN becomes black.
   *
   * @param chw float32 [3, height, width] at the buffer's position, which moves behind it
   */
  public RgbImage toImage(FloatBuffer chw, int width, int height) {
    byte[] rgb = new byte[width * height * RgbImage.CHANNELS];
    for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
      float scale = std.get(channel) * 255;
      float offset = mean.get(channel) * 255;
      for (int at = channel; at < rgb.length; at += RgbImage.CHANNELS) {
        int level = Math.round(chw.get() * scale + offset);
        rgb[at] = (byte) Math.max(0, Math.min(255, level));
      }
    }
    return new RgbImage(width, height, rgb);
  }
}
