package io.simmim.core.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MaskGeneratorTest {

  @Test
  void hidesWholeMaskPatches() {
    PatchMask mask = new MaskGenerator(96, 32, 4, 0.5).generate(new SplittableRandom(3));
    for (int row = 0; row < 24; row++) {
      for (int column = 0; column < 24; column++) {
        assertEquals(mask.hidden(row / 8 * 8, column / 8 * 8), mask.hidden(row, column));
      }
    }
  }

  @Test
  void hidesEveryMaskPatchEquallyOften() {
    MaskGenerator masks = new MaskGenerator(48, 16, 16, 4.0 / 9);
    int[] counts = new int[9];
    SplittableRandom rng = new SplittableRandom(5);
    for (int i = 0; i < 9000; i++) {
      long[] values = masks.generate(rng).toLongs();
      for (int cell = 0; cell < 9; cell++) {
        counts[cell] += (int) values[cell];
      }
    }
    for (int count : counts) {
      assertEquals(4000, count, 250);
    }
  }

  @Test
  void theSameGeneratorStateGivesTheSameMask() {
    MaskGenerator masks = new MaskGenerator(192, 32, 4, 0.6);
    PatchMask first = masks.generate(new SplittableRandom(1));
    assertEquals(first, masks.generate(new SplittableRandom(1)));
    assertNotEquals(first, masks.generate(new SplittableRandom(2)));
  }

  @Test
  void refusesRatiosOutsideZeroToOne() {
    for (double ratio : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class, () -> new MaskGenerator(64, 16, 16, ratio), "" + ratio);
    }
  }
}
