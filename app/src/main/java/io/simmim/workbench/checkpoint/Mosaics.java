package io.simmim.workbench.checkpoint;

import io.simmim.core.portrait.Grid;
import io.simmim.core.portrait.HeatMap;
import io.simmim.core.portrait.PositionBias;
import io.simmim.core.portrait.PositionEmbedding;
import io.simmim.core.portrait.TensorPicture;
import io.simmim.workbench.picture.HeatColors;
import io.simmim.workbench.picture.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Draws what a tensor holds as tiles, in the colours of the theme. */
record Mosaics(HeatColors colors, PictureOptions options) {

  private static final String OWN_SCALES = "Each has its own range of colours.";

  /** Empty for what is no picture but a curve or nothing. */
  Optional<Mosaic> of(TensorPicture picture) {
    if (picture instanceof TensorPicture.Filters filters) {
      return Optional.of(new FilterMosaic(colors, options).of(filters.filters()));
    } else if (picture instanceof TensorPicture.Bias bias) {
      return Optional.of(bias(bias.bias(), bias.assumedWindow()));
    } else if (picture instanceof TensorPicture.Positions positions) {
      return Optional.of(positions(positions.embedding()));
    } else if (picture instanceof TensorPicture.Matrix matrix) {
      return Optional.of(matrix(matrix.map()));
    } else if (picture instanceof TensorPicture.Stack stack) {
      return Optional.of(stack(stack));
    }
    return Optional.empty();
  }

  private Mosaic bias(PositionBias bias, OptionalInt assumedWindow) {
    List<String> names = new ArrayList<>();
    for (int head = 0; head < bias.heads().size(); head++) {
      names.add("head " + head);
    }
    int reach = bias.reach();
    String note =
        "The middle is the asking token itself; a cell above it is the bias for a token above it.";
    if (assumedWindow.isPresent()) {
      note +=
          " The file does not tell the window: drawn for one of " + assumedWindow.getAsInt() + ".";
    }
    return grids(
        options.ownScales() && bias.heads().size() > 1,
        "Bias by offset, for each head",
        names,
        bias.heads(),
        (row, column) -> offset(row - reach, column - reach),
        note);
  }

  private static String offset(int down, int right) {
    String vertical = down == 0 ? "" : Math.abs(down) + (down < 0 ? " up" : " down");
    String horizontal = right == 0 ? "" : Math.abs(right) + (right < 0 ? " left" : " right");
    if (down == 0 && right == 0) {
      return "itself";
    }
    return vertical + (down != 0 && right != 0 ? ", " : "") + horizontal;
  }

  private Mosaic stack(TensorPicture.Stack stack) {
    return grids(
        false,
        stack.grids().size() + " matrices",
        stack.names(),
        stack.grids(),
        (row, column) -> "row " + row + ", column " + column,
        "");
  }

  private Mosaic grids(
      boolean ownScales,
      String title,
      List<String> names,
      List<Grid> grids,
      Tile.Readout place,
      String note) {
    ColorRange common = ColorRange.of(grids);
    List<Tile> tiles = new ArrayList<>();
    for (int i = 0; i < grids.size(); i++) {
      Grid grid = grids.get(i);
      String name = names.get(i);
      ColorRange range = ownScales ? ColorRange.of(List.of(grid)) : common;
      tiles.add(
          range.tile(
              name,
              grid,
              colors,
              (row, column) ->
                  "%s · %s\n%s"
                      .formatted(
                          name, place.at(row, column), CellValue.text(grid.value(row, column)))));
    }
    return ownScales
        ? new Mosaic(title, tiles, Optional.empty(), (note + " " + OWN_SCALES).strip())
        : new Mosaic(title, tiles, Optional.of(common.legend(colors)), note);
  }

  private Mosaic positions(PositionEmbedding embedding) {
    PictureOptions.Place place = options.place().within(embedding.side());
    Grid grid = embedding.similarity(place.row(), place.column());
    ColorRange range = ColorRange.around(1);
    String chosen = "row %d, column %d".formatted(place.row(), place.column());
    Tile tile =
        range.tile(
            "",
            grid,
            colors,
            (row, column) ->
                "row %d, column %d\ncosine %s"
                    .formatted(row, column, CellValue.text(grid.value(row, column))));
    return new Mosaic(
        "Likeness to " + chosen,
        List.of(tile),
        Optional.of(range.legend(colors)),
        "Cosine between the vector of that place and each other one. Click a place to compare with"
            + " it.");
  }

  private Mosaic matrix(HeatMap map) {
    boolean magnitude = options.magnitude() && map.signed().min() < 0;
    Grid grid = magnitude ? map.magnitude() : map.signed();
    ColorRange range = ColorRange.robust(grid);
    Tile tile =
        range.tile(
            "",
            grid,
            colors,
            (row, column) ->
                "row%s, column%s\n%s%s"
                    .formatted(
                        span(row, map.blockRows(), map.rows()),
                        span(column, map.blockColumns(), map.columns()),
                        map.isExact() ? "" : "mean ",
                        CellValue.text(grid.value(row, column))));
    String title = magnitude ? "Distances from 0" : "Values";
    String note =
        map.isExact()
            ? ""
            : "Each cell is the mean of %d × %d values."
                .formatted(map.blockRows(), map.blockColumns());
    return new Mosaic(title, List.of(tile), Optional.of(range.legend(colors)), note);
  }

  private static String span(int cell, int block, long length) {
    long first = (long) cell * block;
    long last = Math.min(length, first + block) - 1;
    return first == last ? " " + first : "s " + first + "–" + last;
  }
}
