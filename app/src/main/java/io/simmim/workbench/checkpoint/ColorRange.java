package io.simmim.workbench.checkpoint;

import io.simmim.core.portrait.Grid;
import io.simmim.workbench.picture.HeatColors;
import io.simmim.workbench.picture.Tile;
import java.util.List;
import java.util.stream.IntStream;

/** The numbers that the first and the last colour stand for. */
record ColorRange(double low, double high) {

  private static final double OUTLIERS = 0.005;

  /** Symmetrical around 0 when there are values on both sides of it, else what they cover. */
  static ColorRange of(List<Grid> grids) {
    double low = grids.stream().mapToDouble(Grid::min).min().orElse(0);
    double high = grids.stream().mapToDouble(Grid::max).max().orElse(0);
    if (low < 0 && high > 0 || !(low <= high)) {
      return around(grids.stream().mapToDouble(Grid::largest).max().orElse(0));
    }
    return new ColorRange(low, high);
  }

  /** The same for one grid, but for one value of 200 that may lie beyond. */
  static ColorRange robust(Grid grid) {
    double[] sizes =
        IntStream.range(0, grid.rows() * grid.columns())
            .mapToDouble(i -> Math.abs(grid.value(i / grid.columns(), i % grid.columns())))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    double most = sizes.length == 0 ? 0 : sizes[(int) ((1 - OUTLIERS) * (sizes.length - 1))];
    ColorRange exact = of(List.of(grid));
    if (exact.low == -exact.high) {
      return most > 0 ? around(most) : exact;
    }
    return exact.low >= 0 && most > exact.low ? new ColorRange(exact.low, most) : exact;
  }

  static ColorRange around(double size) {
    return new ColorRange(-size, size);
  }

  Tile tile(String caption, Grid grid, HeatColors colors, Tile.Readout readout) {
    return new Tile(
        caption, Tile.draw(grid.rows(), grid.columns(), grid::value, colors, low, high), readout);
  }

  Mosaic.Legend legend(HeatColors colors) {
    return new Mosaic.Legend(
        colors.bar(low, high, Mosaic.Legend.WIDTH, Mosaic.Legend.HEIGHT), low, high);
  }
}
