package io.simmim.workbench.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SmoothingTest {

  @Test
  void aConstantCurveStaysConstantFromTheFirstPoint() {
    Series smooth =
        Smoothing.exponential(Series.of(new double[] {0, 1, 2}, new double[] {5, 5, 5}), 0.9);
    assertEquals(5, smooth.y(0), 1e-12);
    assertEquals(5, smooth.y(2), 1e-12);
  }

  @Test
  void noWeightKeepsTheCurve() {
    Series series = Series.of(new double[] {0, 1}, new double[] {3, 8});
    assertEquals(8, Smoothing.exponential(series, 0).y(1));
  }

  @Test
  void averagesWithTheCorrectedWeight() {
    Series smooth = Smoothing.exponential(Series.of(new double[] {0, 1}, new double[] {1, 4}), 0.5);
    // (0.25 * 1 + 0.5 * 4) / (1 - 0.25)
    assertEquals(3, smooth.y(1), 1e-12);
  }

  @Test
  void aLossThatIsNoNumberDoesNotPoisonWhatFollows() {
    Series series = Series.of(new double[] {0, 1, 2}, new double[] {2, Double.NaN, 2});
    Series smooth = Smoothing.exponential(series, 0.9);
    assertEquals(2, smooth.y(2), 1e-12);
    assertTrue(Double.isFinite(smooth.y(1)));
  }
}
