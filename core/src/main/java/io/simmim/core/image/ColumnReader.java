package io.simmim.core.image;

/** Reads the columns of some rows of a box, in their order; two at a time, as memory is slow. */
final class ColumnReader implements ResizePass.Source {

  private final RgbImage image;
  private final int from;
  private final int[] even;
  private final int[] odd;

  /**
   * A reader of {@code rows} rows.
   *
   * @param top row of the image
   * @param left column of the image
   */
  ColumnReader(RgbImage image, int top, int left, int rows) {
    this.image = image;
    this.from = image.offset(top, left);
    this.even = new int[rows];
    this.odd = new int[rows];
  }

  @Override
  public int[] line(int column) {
    if (column % 2 == 0) {
      PackedPixel.readColumns(image, from + column * RgbImage.CHANNELS, even, odd);
    }
    return column % 2 == 0 ? even : odd;
  }
}
