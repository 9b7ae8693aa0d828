package io.simmim.core.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.inspect.TensorStats;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTest {

  private static Distribution distribution(TensorData tensor) {
    return Distribution.of(tensor, TensorStats.of(tensor)).orElseThrow();
  }

  private static Histogram all(TensorData tensor) {
    return distribution(tensor).all();
  }

  private static long total(Histogram histogram) {
    return histogram.counts().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void edgesAreRoundAndAValueOnAnEdgeBelongsToTheBinAboveIt() {
    Histogram histogram = all(Fixture.doubles(0, 0.1, 0.2, 0.3, 0.3, 0.7, 1));
    assertEquals(100, histogram.bins());
    assertEquals(0.07, histogram.edges().get(7));
    assertEquals(1, histogram.counts().get(0));
    assertEquals(1, histogram.counts().get(10));
    assertEquals(2, histogram.counts().get(30), "0.3 / 0.01 is less than 30 in floating point");
    assertEquals(1, histogram.counts().get(70));
    assertEquals(1, histogram.counts().get(99), "the last bin holds its upper edge");
    assertEquals(7, total(histogram));
  }

  @Test
  void everyFiniteValueIsCountedOnceWhateverThePiecesItIsReadIn() {
    Random random = new Random(11);
    TensorData tensor = Fixture.tensor(i -> random.nextGaussian(), 10_007);
    Histogram histogram = all(tensor);
    assertTrue(histogram.bins() >= 40 && histogram.bins() <= 101, "bins: " + histogram.bins());
    for (int bin = 0; bin < histogram.bins(); bin++) {
      double low = histogram.edges().get(bin);
      double high = histogram.edges().get(bin + 1);
      boolean last = bin == histogram.bins() - 1;
      long expected = 0;
      for (float value : tensor.floats()) {
        expected += value >= low && (value < high || last && value == high) ? 1 : 0;
      }
      assertEquals(expected, histogram.counts().get(bin), "bin from " + low);
    }
    assertEquals(10_007, total(histogram));
  }

  @Test
  void whatIsNotFiniteIsInNoBin() {
    Histogram histogram =
        all(Fixture.doubles(Double.NaN, -2, Double.POSITIVE_INFINITY, 3, Double.NEGATIVE_INFINITY));
    assertEquals(2, total(histogram));
    assertEquals(0, histogram.below() + histogram.above());
  }

  @Test
  void equalValuesShareOneBinInTheMiddle() {
    for (double value : new double[] {1, 0, -0.02, 1e-30, 3e8}) {
      Histogram histogram = all(Fixture.doubles(value, value, value));
      assertEquals(3, histogram.counts().get(histogram.bin(value)), "value " + value);
      assertEquals(0, histogram.counts().get(0), "value " + value);
      assertEquals(0, histogram.counts().get(histogram.bins() - 1), "value " + value);
    }
  }

  @Test
  void wholeNumbersGetBinsOfWholeNumbers() {
    Histogram histogram = all(Fixture.longs(0, 1, 1, 2, 2, 2));
    assertEquals(List.of(0.0, 1.0, 2.0, 3.0), histogram.edges());
    assertEquals(List.of(1L, 2L, 3L), histogram.counts());
  }

  @Test
  void aFewFarValuesAreCountedOutsideTheMiddle() {
    Random random = new Random(5);
    TensorData tensor =
        Fixture.tensor(
            i -> i == 17 ? -1e6 : i == 4711 ? 2e6 : i == 9000 ? 3e6 : random.nextGaussian(),
            10_007);
    Distribution distribution = distribution(tensor);
    Histogram middle = distribution.middle().orElseThrow();
    assertEquals(10_007, total(distribution.all()));
    assertTrue(
        middle.edges().get(0) < -2.9 && middle.edges().get(0) > -4, "from the 0.1 % quantile");
    assertTrue(middle.bins() >= 40, "the others fill the bins");
    assertTrue(middle.below() >= 1 && middle.below() <= 11, "below: " + middle.below());
    assertTrue(middle.above() >= 2 && middle.above() <= 11, "above: " + middle.above());
    assertEquals(10_007, total(middle) + middle.below() + middle.above());
  }

  @Test
  void evenlySpreadValuesNeedNoMiddle() {
    assertTrue(distribution(Fixture.tensor(i -> i, 10_007)).middle().isEmpty());
  }

  @Test
  void quantilesAreBoundedFromBothSides() {
    Quantiles quantiles = Quantiles.of(Fixture.tensor(i -> i - 5_000, 10_007));
    for (int percent = 0; percent <= 100; percent += 5) {
      double exact = Math.min((int) (percent / 100.0 * 10_007), 10_006) - 5_000;
      double below = quantiles.atMost(percent / 100.0);
      double above = quantiles.atLeast(percent / 100.0);
      assertTrue(below <= exact && exact <= above, percent + " %: " + below + ", " + above);
      assertTrue(above - below <= Math.abs(exact) / 60 + 1e-30, percent + " % is narrow");
    }
  }

  @Test
  void rangesBeyondAllNumbersHaveNoHistogram() {
    TensorData tensor = Fixture.doubles(-Double.MAX_VALUE, Double.MAX_VALUE);
    assertTrue(Distribution.of(tensor, TensorStats.of(tensor)).isEmpty());
    assertEquals(2, total(all(Fixture.doubles(-1e300, 1e300))));
    assertEquals(2, total(all(Fixture.doubles(0, 1e-320))));
    assertEquals(2, total(all(Fixture.doubles(1, Math.nextUp(1.0)))));
  }
}
