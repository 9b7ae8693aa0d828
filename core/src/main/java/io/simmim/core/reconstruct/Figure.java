package io.simmim.core.reconstruct;

import io.simmim.core.image.RgbImage;
import java.util.Arrays;
import java.util.List;

/** Pictures side by side on white, one reconstruction a row. */
public final class Figure {

  private static final int GAP = 4;

  private Figure() {}

  /** A row for each of {@code rows}: original, masked, reconstruction, combined, error. */
  public static RgbImage of(List<Panels> rows) {
    return grid(rows.stream().map(Panels::inOrder).toList());
  }

  /**
   * Pictures of one size in rows of one length.
   *
   * @param rows at least one picture
   */
  public static RgbImage grid(List<List<RgbImage>> rows) {
    RgbImage first = rows.get(0).get(0);
    int columns = rows.get(0).size();
    int width = columns * first.width() + (columns - 1) * GAP;
    int height = rows.size() * first.height() + (rows.size() - 1) * GAP;
    byte[] pixels = new byte[width * height * RgbImage.CHANNELS];
    Arrays.fill(pixels, (byte) 0xFF);
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < columns; c++) {
        int top = r * (first.height() + GAP);
        int left = c * (first.width() + GAP);
        copy(rows.get(r).get(c), pixels, width, top, left);
      }
    }
    return new RgbImage(width, height, pixels);
  }

  private static void copy(RgbImage image, byte[] pixels, int width, int top, int left) {
    int stride = image.width() * RgbImage.CHANNELS;
    for (int row = 0; row < image.height(); row++) {
      int to = ((top + row) * width + left) * RgbImage.CHANNELS;
      System.arraycopy(image.rgb(), row * stride, pixels, to, stride);
    }
  }
}
