package io.simmim.core.image;

/**
 * Pillow's resize of 8-bit pictures, pixel for pixel: separable, horizontal pass first with a
 * result of 8 bits, 22-bit fixed-point weights, the filter widened when the picture gets smaller.
 *
 * @param width of the result
 * @param height of the result
 * @param interpolation filter
 */
public record Resize(int width, int height, Interpolation interpolation) {

  public Resize {
    if (width <= 0 || height <= 0) {
      throw new IllegalArgumentException(
          "expected positive sides, got %d x %d".formatted(width, height));
    }
  }

  public RgbImage apply(RgbImage image) {
    return apply(image, CropBox.all(image));
  }

  /** Resizes the box only; no pixel outside it is looked at. */
  public RgbImage apply(RgbImage image, CropBox box) {
    box.requireInside(image);
    if (box.width() == width && box.height() == height) {
      return box.cut(image);
    }
    int stride = width * RgbImage.CHANNELS;
    int[] rows = new int[box.height() * stride];
    resizeRows(image, box, rows, stride);
    byte[] rgb = new byte[height * stride];
    resizeColumns(rows, box.height(), stride, rgb);
    return new RgbImage(width, height, rgb);
  }

  private void resizeRows(RgbImage image, CropBox box, int[] rows, int stride) {
    // With equal sides the only tap has weight one, which copies the pixel.
    ResizeTaps taps = ResizeTaps.of(box.width(), width, interpolation);
    for (int row = 0; row < box.height(); row++) {
      int from = ((box.top() + row) * image.width() + box.left()) * RgbImage.CHANNELS;
      taps.applyToRow(image.rgb(), from, rows, row * stride);
    }
  }

  private void resizeColumns(int[] rows, int boxHeight, int stride, byte[] rgb) {
    ResizeTaps taps = ResizeTaps.of(boxHeight, height, interpolation);
    int[] sums = new int[stride];
    for (int row = 0; row < height; row++) {
      taps.applyToColumns(row, rows, stride, sums, rgb);
    }
  }
}
