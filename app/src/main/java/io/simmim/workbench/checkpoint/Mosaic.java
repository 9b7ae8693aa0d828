package io.simmim.workbench.checkpoint;

import io.simmim.core.image.RgbImage;
import io.simmim.workbench.picture.Tile;
import java.util.List;
import java.util.Optional;

/**
 * A tensor drawn as tiles.
 *
 * @param title what is seen
 * @param legend of the colours; empty where each tile has its own
 * @param note what one has to know to read it; may be empty
 */
public record Mosaic(String title, List<Tile> tiles, Optional<Legend> legend, String note) {

  /**
   * What the colours mean.
   *
   * @param bar all colours from left to right
   * @param low number of the first colour
   * @param high number of the last colour
   */
  public record Legend(RgbImage bar, double low, double high) {

    /** Of the bar, in pixels. */
    static final int WIDTH = 256;

    static final int HEIGHT = 8;

    /** Whether 0 is in the middle. */
    public boolean isAroundZero() {
      return low == -high;
    }
  }

  public Mosaic {
    tiles = List.copyOf(tiles);
  }
}
