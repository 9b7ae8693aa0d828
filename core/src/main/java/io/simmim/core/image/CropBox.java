package io.simmim.core.image;

/**
 * A rectangle of pixels inside an image.
 *
 * @param top first row
 * @param left first column
 * @param height rows
 * @param width columns
 */
public record CropBox(int top, int left, int height, int width) {

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

  void requireInside(RgbImage image) {
    if (top + height > image.height() || left + width > image.width()) {
      throw new IllegalArgumentException("expected a box inside %s, got %s".formatted(image, this));
    }
  }
}
