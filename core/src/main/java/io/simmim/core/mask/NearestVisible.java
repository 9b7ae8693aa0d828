package io.simmim.core.mask;

import java.util.Arrays;

/** Where the nearest visible pixel is, for every pixel of a mask. */
public final class NearestVisible {

  /** Stands for a pixel of a mask that shows nothing. */
  public static final int NONE = -1;

  private NearestVisible() {}

  /**
   * Finds them by Euclidean distance between the centres of pixels; of several equally near ones,
   * any.
   *
   * @param patchSize side of a model patch in pixels
   * @return [height * width] row-major indices of pixels; its own for a visible pixel, {@link
   *     #NONE} everywhere when nothing is visible
   */
  public static int[] of(PatchMask mask, int patchSize) {
    int height = mask.height() * patchSize;
    int width = mask.width() * patchSize;
    int[] above = rowsInColumn(mask, patchSize, height, width);
    int[] nearest = new int[height * width];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        nearest[row * width + column] = search(above, row, column, width);
      }
    }
    return nearest;
  }

  /** The nearest visible row in the column of each pixel, or {@link #NONE}. */
  private static int[] rowsInColumn(PatchMask mask, int patchSize, int height, int width) {
    int[] rows = new int[height * width];
    Arrays.fill(rows, NONE);
    for (int column = 0; column < width; column++) {
      int last = NONE;
      for (int row = 0; row < height; row++) {
        last = mask.hidden(row / patchSize, column / patchSize) ? last : row;
        rows[row * width + column] = last;
      }
      last = NONE;
      for (int row = height - 1; row >= 0; row--) {
        last = mask.hidden(row / patchSize, column / patchSize) ? last : row;
        int before = rows[row * width + column];
        if (last != NONE && (before == NONE || last - row < row - before)) {
          rows[row * width + column] = last;
        }
      }
    }
    return rows;
  }

  /** Goes through the columns from near to far, for as long as one of them could be nearer. */
  private static int search(int[] rows, int row, int column, int width) {
    int best = Integer.MAX_VALUE;
    int found = NONE;
    for (int away = 0; away * away < best && away < width; away++) {
      for (int side = -1; side <= 1; side += 2) {
        int x = column + side * away;
        if (x < 0 || x >= width || rows[row * width + x] == NONE) {
          continue;
        }
        int down = rows[row * width + x] - row;
        int squared = away * away + down * down;
        if (squared < best) {
          best = squared;
          found = rows[row * width + x] * width + x;
        }
      }
    }
    return found;
  }
}
