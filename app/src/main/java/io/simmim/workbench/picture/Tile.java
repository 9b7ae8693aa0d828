package io.simmim.workbench.picture;

import io.simmim.core.image.RgbImage;

/**
 * One of several small pictures that are looked at side by side; each pixel stands for a number.
 *
 * @param caption over it; empty for none
 * @param readout what a pixel stands for, in words
 */
public record Tile(String caption, RgbImage image, Readout readout) {

  /** Words for a pixel. */
  @FunctionalInterface
  public interface Readout {
    String at(int row, int column);
  }

  /** A number for each pixel. */
  @FunctionalInterface
  public interface Numbers {
    double at(int row, int column);
  }

  /** Draws numbers in the colours between {@code low} and {@code high}. */
  public static RgbImage draw(
      int rows, int columns, Numbers numbers, HeatColors colors, double low, double high) {
    byte[] rgb = new byte[rows * columns * RgbImage.CHANNELS];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int color = colors.of(numbers.at(row, column), low, high);
        HeatColors.put(rgb, row * columns + column, color);
      }
    }
    return new RgbImage(columns, rows, rgb);
  }
}
