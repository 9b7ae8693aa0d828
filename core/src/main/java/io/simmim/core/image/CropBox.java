package io.simmim.core.image;

import java.util.Locale;

/**
 * A rectangle of pixels inside an image.
 *
 * @param top first row
 * @param left first column
 * @param height rows
 * @param width columns
 */
public record CropBox(int top, int left, int height, int width) {

  private static final int DARKENED = 4;

  public CropBox {
    if (top < 0 || left < 0 || height <= 0 || width <= 0) {
      throw new IllegalArgumentException(
          "expected a box with positive sides inside an image, got %d, %d, %d x %d"
              .formatted(top, left, height, width));
    }
  }

  /** The whole image. */
  public static CropBox all(RgbImage image) {
    return new CropBox(0, 0, image.height(), image.width());
  }

  /** Cuts the box out of an image. */
  public RgbImage cut(RgbImage image) {
    requireInside(image);
    byte[] rgb = new byte[height * width * RgbImage.CHANNELS];
    int stride = width * RgbImage.CHANNELS;
    for (int row = 0; row < height; row++) {
      int from = ((top + row) * image.width() + left) * RgbImage.CHANNELS;
      System.arraycopy(image.rgb(), from, rgb, row * stride, stride);
    }
    return new RgbImage(width, height, rgb);
  }

  /** The image with everything outside the box darkened. */
  public RgbImage marked(RgbImage image) {
    requireInside(image);
    byte[] rgb = image.rgb().clone();
    int at = 0;
    for (int row = 0; row < image.height(); row++) {
      boolean rowInside = row >= top && row < top + height;
      for (int column = 0; column < image.width(); column++) {
        boolean inside = rowInside && column >= left && column < left + width;
        for (int channel = 0; channel < RgbImage.CHANNELS; channel++, at++) {
          rgb[at] = inside ? rgb[at] : (byte) ((rgb[at] & 0xff) / DARKENED);
        }
      }
    }
    return new RgbImage(image.width(), image.height(), rgb);
  }

  /** The box in words, with its share of an image: 300 × 200 px at (12, 40), 31 % of the image. */
  public String inWords(int imageWidth, int imageHeight) {
    double share = 100.0 * width * height / ((double) imageWidth * imageHeight);
    return String.format(
        Locale.ROOT, "%d × %d px at (%d, %d), %.0f %% of it", width, height, left, top, share);
  }

  void requireInside(RgbImage image) {
    if (top + height > image.height() || left + width > image.width()) {
      throw new IllegalArgumentException("expected a box inside %s, got %s".formatted(image, this));
    }
  }
}
