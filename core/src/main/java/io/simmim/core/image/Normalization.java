package io.simmim.core.image;

import io.simmim.core.fault.DataException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Between 8-bit pixels and the network's input: ToTensor and Normalize of torchvision. With three
 * channels these are red, green and blue; with one it is the luma of Pillow's mode {@code L}.
 *
 * @param mean of each channel, pixels in 0..1
 * @param std of each channel, pixels in 0..1
 */
public record Normalization(List<Float> mean, List<Float> std) {

  /** Statistics of ImageNet, as in all official configurations. */
  public static final Normalization IMAGENET =
      new Normalization(List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f));

  /** For luma: the means over the three channels of {@link #IMAGENET}, 0.449 and 0.226. */
  public static final Normalization IMAGENET_LUMA =
      new Normalization(List.of(0.449f), List.of(0.226f));

  private static final int LEVELS = 256;

  public Normalization {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (mean.size() != std.size() || mean.size() != 1 && mean.size() != RgbImage.CHANNELS) {
      throw new IllegalArgumentException(
          "expected means and deviations of 1 or 3 channels, got %d and %d"
              .formatted(mean.size(), std.size()));
    }
  }

  /**
   * The statistics for a network's input channels.
   *
   * @throws DataException unless there are 1 or 3
   */
  public static Normalization forChannels(int channels) throws DataException {
    return switch (channels) {
      case 1 -> IMAGENET_LUMA;
      case RgbImage.CHANNELS -> IMAGENET;
      default ->
          throw new DataException(
              "Pictures give 3 channels (colours) or 1 (luma), but IN_CHANS is %d: set it to 3 or 1 to train on a folder of pictures."
                  .formatted(channels));
    };
  }

  /**
   * Whether pictures can be made of so many channels.
   *
   * @param channels of a network's input
   */
  public static boolean hasPictures(int channels) {
    return channels == 1 || channels == RgbImage.CHANNELS;
  }

  /** Channels of the network's input: 1 or 3. */
  public int channels() {
    return mean.size();
  }

  /** Puts the image as float32 [channels, height, width] at the buffer's position. */
  public void write(RgbImage image, FloatBuffer target) {
    float[] plane = new float[image.width() * image.height()];
    if (channels() == 1) {
      float[] table = table(0);
      for (int i = 0; i < plane.length; i++) {
        plane[i] = table[Luma.of(image.rgb(), i * RgbImage.CHANNELS)];
      }
      target.put(plane);
      return;
    }
    byte[] rgb = image.rgb();
    for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
      float[] table = table(channel);
      for (int i = 0, at = channel; i < plane.length; i++, at += RgbImage.CHANNELS) {
        plane[i] = table[rgb[at] & 0xff];
      }
      target.put(plane);
    }
  }

  /** The same while somebody looks on. */
  public void write(RgbImage image, FloatBuffer target, Onlooker onlooker) {
    int at = target.position();
    write(image, target);
    FloatBuffer pixels = target.slice(at, target.position() - at);
    onlooker.sees(
        "Normalise",
        () -> range(pixels),
        () -> asContrast(pixels.duplicate(), image.width(), image.height()));
  }

  /**
   * Puts the levels themselves, not normalised yet, as uint8 [channels, height, width] at the
   * buffer's position.
   */
  public void writeLevels(RgbImage image, ByteBuffer target) {
    byte[] rgb = image.rgb();
    byte[] plane = new byte[image.width() * image.height()];
    for (int channel = 0; channel < channels(); channel++) {
      for (int i = 0, at = 0; i < plane.length; i++, at += RgbImage.CHANNELS) {
        plane[i] = channels() == 1 ? (byte) Luma.of(rgb, at) : rgb[at + channel];
      }
      target.put(plane);
    }
  }

  private static String range(FloatBuffer pixels) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < pixels.limit(); i++) {
      low = Math.min(low, pixels.get(i));
      high = Math.max(high, pixels.get(i));
    }
    return String.format(Locale.ROOT, "mean 0, deviation 1 over ImageNet: %.2f to %.2f", low, high);
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
   * The values of a normalised tensor as levels of brightness, in each channel 0 mid-grey and three
   * deviations black or white: what the network is given, without the way back to colours.
   *
   * @param chw float32 [channels, height, width] at the buffer's position, which moves behind it
   */
  public RgbImage asContrast(FloatBuffer chw, int width, int height) {
    List<Float> zeros = Collections.nCopies(channels(), 0.5f);
    List<Float> sixths = Collections.nCopies(channels(), 1 / 6f);
    return new Normalization(zeros, sixths).toImage(chw, width, height);
  }

  /**
   * The picture of a normalised tensor, grey where it has one channel; values outside 0..255 are
   * clamped, NaN becomes black.
   *
   * @param chw float32 [channels, height, width] at the buffer's position, which moves behind it
   */
  public RgbImage toImage(FloatBuffer chw, int width, int height) {
    byte[] rgb = new byte[width * height * RgbImage.CHANNELS];
    for (int channel = 0; channel < channels(); channel++) {
      float scale = std.get(channel) * 255;
      float offset = mean.get(channel) * 255;
      for (int at = channel; at < rgb.length; at += RgbImage.CHANNELS) {
        int level = Math.round(chw.get() * scale + offset);
        rgb[at] = (byte) Math.max(0, Math.min(255, level));
      }
    }
    if (channels() == 1) {
      for (int at = 0; at < rgb.length; at += RgbImage.CHANNELS) {
        rgb[at + 1] = rgb[at];
        rgb[at + 2] = rgb[at];
      }
    }
    return new RgbImage(width, height, rgb);
  }
}
