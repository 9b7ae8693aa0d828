package io.simmim.workbench.checkpoint;

import io.simmim.core.image.RgbImage;
import io.simmim.core.portrait.Grid;
import io.simmim.core.portrait.PatchFilters;
import io.simmim.workbench.picture.HeatColors;
import io.simmim.workbench.picture.Tile;
import java.util.List;
import java.util.Optional;

/** Draws the filters of a patch embedding, one tile each. */
record FilterMosaic(HeatColors colors, PictureOptions options) {

  private static final int BRIGHTEST = 255;

  Mosaic of(PatchFilters filters) {
    List<Tile> tiles =
        filters.ordered(options.order()).stream().map(filter -> tile(filters, filter)).toList();
    Optional<Mosaic.Legend> legend =
        options.ownScales() ? Optional.empty() : Optional.of(legend(filters));
    String size = "%d filters of %d × %d pixels";
    return new Mosaic(
        size.formatted(filters.count(), filters.side(), filters.side()),
        tiles,
        legend,
        note(filters));
  }

  private String note(PatchFilters filters) {
    String kind =
        filters.isColored()
            ? "Red, green and blue weights as a picture: grey is 0."
            : filters.channels() == 1 ? "" : "Mean over " + filters.channels() + " channels.";
    return (kind + (options.ownScales() ? " Each has its own range of colours." : "")).strip();
  }

  private double scale(PatchFilters filters, int filter) {
    return options.ownScales() ? filters.scale(filter) : filters.scale();
  }

  private Tile tile(PatchFilters filters, int filter) {
    double scale = scale(filters, filter);
    if (!filters.isColored()) {
      Grid grid = filters.grid(filter);
      return ColorRange.around(scale)
          .tile(
              "",
              grid,
              colors,
              (row, column) ->
                  "filter %d · row %d, column %d\n%s"
                      .formatted(filter, row, column, CellValue.text(grid.value(row, column))));
    }
    return new Tile(
        "", filters.picture(filter, scale), (row, column) -> readout(filters, filter, row, column));
  }

  private static String readout(PatchFilters filters, int filter, int row, int column) {
    return "filter %d · row %d, column %d\nR %s  G %s  B %s"
        .formatted(
            filter,
            row,
            column,
            CellValue.text(filters.value(filter, 0, row, column)),
            CellValue.text(filters.value(filter, 1, row, column)),
            CellValue.text(filters.value(filter, 2, row, column)));
  }

  private Mosaic.Legend legend(PatchFilters filters) {
    double scale = filters.scale();
    return filters.isColored()
        ? new Mosaic.Legend(greys(), -scale, scale)
        : ColorRange.around(scale).legend(colors);
  }

  private static RgbImage greys() {
    byte[] rgb = new byte[Mosaic.Legend.WIDTH * Mosaic.Legend.HEIGHT * RgbImage.CHANNELS];
    for (int i = 0; i < rgb.length; i++) {
      int x = i / RgbImage.CHANNELS % Mosaic.Legend.WIDTH;
      rgb[i] = (byte) (x * BRIGHTEST / (Mosaic.Legend.WIDTH - 1));
    }
    return new RgbImage(Mosaic.Legend.WIDTH, Mosaic.Legend.HEIGHT, rgb);
  }
}
