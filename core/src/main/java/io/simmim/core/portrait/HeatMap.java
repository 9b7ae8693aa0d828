package io.simmim.core.portrait;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.inspect.Values;

/**
 * A matrix, made smaller where it is large: each cell is the mean of a block of values. Blocks at
 * the lower and right border may be cut.
 *
 * @param rows of the matrix
 * @param columns of the matrix
 * @param blockRows rows of it in a cell
 * @param blockColumns columns of it in a cell
 * @param signed mean of the values
 * @param magnitude mean of their distances from 0
 */
public record HeatMap(
    long rows, long columns, int blockRows, int blockColumns, Grid signed, Grid magnitude) {

  /** Cells along a side, at most. */
  public static final int MOST_CELLS = 256;

  /** Reads a tensor, row by row, as a matrix; sizes must multiply to its number of elements. */
  static HeatMap of(TensorData tensor, long rows, long columns) {
    if (rows * columns != tensor.elements() || rows == 0 || columns == 0) {
      throw new IllegalArgumentException(
          "expected %d x %d values, got %s".formatted(rows, columns, tensor.shapeText()));
    }
    Pooling pooling = new Pooling(rows, columns);
    Values values = new Values(tensor);
    for (int count = values.read(); count > 0; count = values.read()) {
      pooling.add(values.piece(), count);
    }
    return pooling.heatMap();
  }

  /** Whether every cell is one value. */
  public boolean isExact() {
    return blockRows == 1 && blockColumns == 1;
  }

  /** Sums of blocks while a matrix passes by in reading order. */
  private static final class Pooling {

    private final long rows;
    private final long columns;
    private final int blockRows;
    private final int blockColumns;
    private final int across;
    private final double[] sums;
    private final double[] sizes;
    private final int[] counts;
    private long row;
    private long column;

    Pooling(long rows, long columns) {
      this.rows = rows;
      this.columns = columns;
      blockRows = block(rows);
      blockColumns = block(columns);
      across = cells(columns, blockColumns);
      int all = cells(rows, blockRows) * across;
      sums = new double[all];
      sizes = new double[all];
      counts = new int[all];
    }

    private static int block(long length) {
      return Math.toIntExact((length + MOST_CELLS - 1) / MOST_CELLS);
    }

    private static int cells(long length, int block) {
      return Math.toIntExact((length + block - 1) / block);
    }

    void add(double[] values, int length) {
      for (int i = 0; i < length; i++) {
        int cell = (int) (row / blockRows) * across + (int) (column / blockColumns);
        sums[cell] += values[i];
        sizes[cell] += Math.abs(values[i]);
        counts[cell]++;
        column++;
        if (column == columns) {
          column = 0;
          row++;
        }
      }
    }

    HeatMap heatMap() {
      return new HeatMap(rows, columns, blockRows, blockColumns, mean(sums), mean(sizes));
    }

    private Grid mean(double[] totals) {
      int down = cells(rows, blockRows);
      return Grid.of(down, across, (r, c) -> totals[r * across + c] / counts[r * across + c]);
    }
  }
}
