package io.simmim.workbench.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimationTest {

  private static final int COLUMNS = 53;

  @Test
  void eachColumnKeepsItsExtremesAndEnds() {
    Series series = noise(10_007);
    Series thin = Decimation.columns(series, 0, 10_006, COLUMNS);
    double width = 10_006.0 / COLUMNS;
    for (int column = 0; column < COLUMNS; column++) {
      assertEquals(low(series, column, width), low(thin, column, width), "lowest of " + column);
      assertEquals(-low(negated(series), column, width), -low(negated(thin), column, width));
    }
    assertEquals(series.y(0), thin.y(0));
    assertEquals(series.lastY(), thin.lastY());
  }

  @Test
  void neverMoreThanFourPointsAColumn() {
    Series thin = Decimation.columns(noise(10_007), 0, 10_006, COLUMNS);
    assertTrue(thin.size() <= 4 * (COLUMNS + 1), "points: " + thin.size());
  }

  @Test
  void fewPointsStayAsTheyAre() {
    Series series = noise(7);
    Series same = Decimation.columns(series, 0, 6, 500);
    assertEquals(7, same.size());
    assertEquals(series.y(3), same.y(3));
  }

  @Test
  void aWindowKeepsOneNeighbourOnEachSide() {
    Series thin = Decimation.columns(noise(101), 40, 60, 1000);
    assertEquals(39, thin.firstX());
    assertEquals(61, thin.lastX());
    assertEquals(23, thin.size());
  }

  @Test
  void valuesThatAreNoNumbersAreLeftOut() {
    Series series = Series.of(new double[] {0, 1, 2, 3}, new double[] {1, Double.NaN, 1 / 0.0, 2});
    assertEquals(2, Decimation.columns(series, 0, 3, 2).size());
  }

  private static Series noise(int size) {
    Random random = new Random(3);
    double[] xs = new double[size];
    double[] ys = new double[size];
    for (int i = 0; i < size; i++) {
      xs[i] = i;
      ys[i] = random.nextGaussian();
    }
    return Series.of(xs, ys);
  }

  private static Series negated(Series series) {
    double[] xs = new double[series.size()];
    double[] ys = new double[series.size()];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = series.x(i);
      ys[i] = -series.y(i);
    }
    return Series.of(xs, ys);
  }

  private static double low(Series series, int column, double width) {
    double low = Double.POSITIVE_INFINITY;
    for (int i = 0; i < series.size(); i++) {
      if (Math.floor(series.x(i) / width) == column) {
        low = Math.min(low, series.y(i));
      }
    }
    return low;
  }

  @Test
  void peaksAreFoundAcrossBlocksWhateverIsNoNumber() {
    java.util.Random random = new java.util.Random(3);
    double[] xs = new double[5000];
    double[] ys = new double[5000];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = i;
      ys[i] = i % 7 == 0 ? Double.NaN : random.nextGaussian();
    }
    Series series = Series.of(xs, ys);
    for (int start = 0; start < 600; start += 61) {
      for (int end = start + 1; end < 5000; end += 487) {
        int low = -1;
        int high = -1;
        for (int i = start; i < end; i++) {
          boolean counts = Double.isFinite(ys[i]);
          low = counts && (low < 0 || ys[i] < ys[low]) ? i : low;
          high = counts && (high < 0 || ys[i] > ys[high]) ? i : high;
        }
        assertEquals(low, series.extremes().lowest(start, end));
        assertEquals(high, series.extremes().highest(start, end));
      }
    }
  }
}
