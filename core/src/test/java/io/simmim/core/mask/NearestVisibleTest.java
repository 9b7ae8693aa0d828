package io.simmim.core.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestVisibleTest {

  @ParameterizedTest
  @CsvSource({"4, 0.3", "8, 0.9", "32, 0.6"})
  void theDistancesToThemAreThoseOfAvgDist(int maskPatch, double ratio) {
    PatchMask mask =
        MaskStrategy.RANDOM.generate(
            new MaskGenerator(96, maskPatch, 4, ratio), new SplittableRandom(3));
    int[] nearest = NearestVisible.of(mask, 4);
    double sum = 0;
    int hidden = 0;
    for (int i = 0; i < nearest.length; i++) {
      int found = nearest[i];
      assertFalse(mask.hidden(found / 96 / 4, found % 96 / 4), "it is visible");
      if (mask.hidden(i / 96 / 4, i % 96 / 4)) {
        sum += Math.hypot(found / 96 - i / 96, found % 96 - i % 96);
        hidden++;
      } else {
        assertEquals(i, found);
      }
    }
    assertEquals(AvgDist.of(mask, 4).orElseThrow(), sum / hidden, 1e-9);
  }

  @Test
  void whereNothingIsVisibleThereIsNone() {
    int[] nearest = NearestVisible.of(PatchMask.visible(3, 5).inverted(), 2);
    assertEquals(60, nearest.length);
    assertTrue(Arrays.stream(nearest).allMatch(i -> i == NearestVisible.NONE));
  }
}
