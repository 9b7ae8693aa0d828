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

  /** So that the lines of a pass stay in the processor's cache. */
  private static final int ROWS_AT_ONCE = 512;

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
    int[] middle = new int[box.height() * width];
    resizeRows(image, box, middle);
    return resizeColumns(middle, box.height());
  }

  /**
   * Makes the box as wide as the result; its rows are taken many at a time, column by column.
   *
   * @param middle [box height, width] gets pixels of the layout 0xBBGGRR
   */
  private void resizeRows(RgbImage image, CropBox box, int[] middle) {
    // With equal sides the only tap that counts has weight one, which copies the pixel.
    ResizeTaps taps = ResizeTaps.of(box.width(), width, interpolation);
    for (int top = 0; top < box.height(); top += ROWS_AT_ONCE) {
      int rows = Math.min(ROWS_AT_ONCE, box.height() - top);
      int to = top * width;
      new ResizePass(taps, rows)
          .run(
              new ColumnReader(image, box.top() + top, box.left(), rows),
              (column, pixels) -> writeColumn(pixels, middle, to + column));
    }
  }

  private void writeColumn(int[] pixels, int[] middle, int to) {
    int at = to;
    for (int pixel : pixels) {
      middle[at] = pixel;
      at += width;
    }
  }

  private RgbImage resizeColumns(int[] middle, int rows) {
    byte[] rgb = new byte[height * width * RgbImage.CHANNELS];
    int[] line = new int[width];
    new ResizePass(ResizeTaps.of(rows, height, interpolation), width)
        .run(
            row -> {
              System.arraycopy(middle, row * width, line, 0, width);
              return line;
            },
            (row, pixels) -> PackedPixel.write(pixels, rgb, row * width * RgbImage.CHANNELS));
    return new RgbImage(width, height, rgb);
  }
}
