package io.simmim.core.image;

import java.util.Arrays;

/**
 * An 8-bit RGB picture.
 *
 * @param width pixels in a row
 * @param height rows
 * @param rgb [height, width, 3] interleaved, unsigned; not copied, so nobody may change it later
 */
public record RgbImage(int width, int height, byte[] rgb) {

  /** Colour channels of every picture. */
  public static final int CHANNELS = 3;

  public RgbImage {
    if (width <= 0 || height <= 0 || rgb.length != (long) width * height * CHANNELS) {
      throw new IllegalArgumentException(
          "expected %d bytes for %d x %d RGB pixels, got %d"
              .formatted((long) width * height * CHANNELS, width, height, rgb.length));
    }
  }

  /** The value 0..255 of a channel (0 red, 1 green, 2 blue). */
  public int sample(int row, int column, int channel) {
    return rgb[(row * width + column) * CHANNELS + channel] & 0xff;
  }

  /** Where the pixel at a row and column, or the nearest one inside the picture, starts. */
  int offset(int row, int column) {
    int y = Math.max(0, Math.min(height - 1, row));
    int x = Math.max(0, Math.min(width - 1, column));
    return (y * width + x) * CHANNELS;
  }

  /** This picture mirrored left to right. */
  public RgbImage flipped() {
    byte[] mirrored = new byte[rgb.length];
    int stride = width * CHANNELS;
    for (int start = 0; start < rgb.length; start += stride) {
      for (int x = 0; x < stride; x += CHANNELS) {
        int from = start + x;
        int to = start + stride - CHANNELS - x;
        mirrored[to] = rgb[from];
        mirrored[to + 1] = rgb[from + 1];
        mirrored[to + 2] = rgb[from + 2];
      }
    }
    return new RgbImage(width, height, mirrored);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RgbImage image
        && width == image.width
        && height == image.height
        && Arrays.equals(rgb, image.rgb);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(rgb);
  }

  @Override
  public String toString() {
    return "RgbImage[%d x %d]".formatted(width, height);
  }
}
