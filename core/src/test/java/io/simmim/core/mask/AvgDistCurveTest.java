package io.simmim.core.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AvgDistCurveTest {

  @Test
  void isTheMeanOverSeededMasks() {
    AvgDistCurve curve = AvgDistCurve.measure(192, 32, 4, 2);
    assertEquals(32, curve.maskPatchSize());
    assertEquals(0.6, curve.points().get(11).ratio(), 1e-12);
    MaskGenerator masks = new MaskGenerator(192, 32, 4, 0.6);
    double mean = 0;
    for (int seed = 0; seed < 2; seed++) {
      PatchMask mask = masks.generate(new SplittableRandom(seed));
      mean += AvgDist.of(mask, 4).orElseThrow() / 2;
    }
    assertEquals(mean, curve.points().get(11).pixels(), 1e-12);
  }

  @Test
  void growsWithTheRatioAndWithThePatchSize() {
    List<AvgDistCurve.Point> small = AvgDistCurve.measure(192, 8, 4, 3).points();
    List<AvgDistCurve.Point> large = AvgDistCurve.measure(192, 32, 4, 3).points();
    assertEquals(19, small.size());
    for (int i = 1; i < small.size(); i++) {
      assertTrue(small.get(i).pixels() > small.get(i - 1).pixels());
      assertTrue(large.get(i).pixels() > small.get(i).pixels());
    }
  }

  @Test
  void endsWhereNothingStaysVisible() {
    // Of nine patches the ratio 0.9 hides all.
    List<AvgDistCurve.Point> points = AvgDistCurve.measure(192, 64, 4, 1).points();
    assertEquals(0.85, points.get(points.size() - 1).ratio(), 1e-12);
  }
}
