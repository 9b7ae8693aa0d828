package io.simmim.core.portrait;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** A matrix of numbers to be drawn, never changed; NaN where there is none. */
public final class Grid {

  /** A number for a place. */
  @FunctionalInterface
  public interface Cells {
    double at(int row, int column);
  }

  private final int rows;
  private final int columns;
  private final double[] values;

  private Grid(int rows, int columns, double[] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /** Asks for each number once. */
  public static Grid of(int rows, int columns, Cells cells) {
    double[] values = new double[Math.multiplyExact(rows, columns)];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        values[row * columns + column] = cells.at(row, column);
      }
    }
    return new Grid(rows, columns, values);
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public double value(int row, int column) {
    return values[row * columns + column];
  }

  /** Smallest finite value; NaN when there is none. */
  public double min() {
    return finite(value -> value).min().orElse(Double.NaN);
  }

  /** Largest finite value; NaN when there is none. */
  public double max() {
    return finite(value -> value).max().orElse(Double.NaN);
  }

  /** Largest finite distance from 0; 0 when there is none. */
  public double largest() {
    return finite(Math::abs).max().orElse(0);
  }

  private DoubleStream finite(DoubleUnaryOperator as) {
    return Arrays.stream(values).filter(Double::isFinite).map(as);
  }
}
