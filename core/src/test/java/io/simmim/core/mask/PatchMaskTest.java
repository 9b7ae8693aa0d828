package io.simmim.core.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class PatchMaskTest {

  private static final long[] VALUES = {0, 1, 1, 0, 0, 1};

  @Test
  void keepsRowsAndColumnsApart() {
    PatchMask mask = PatchMask.of(2, 3, VALUES);
    assertTrue(mask.hidden(0, 1));
    assertTrue(mask.hidden(1, 2));
    assertFalse(mask.hidden(1, 0));
    assertEquals(3, mask.hiddenCount());
    assertEquals(0.5, mask.ratio());
    assertArrayEquals(VALUES, mask.toLongs());
  }

  @Test
  void writesItsValuesAtTheBuffersPosition() {
    FloatBuffer target = FloatBuffer.allocate(8).position(1);
    PatchMask.of(2, 3, VALUES).writeTo(target);
    assertEquals(7, target.position());
    assertArrayEquals(new float[] {0, 0, 1, 1, 0, 0, 1, 0}, target.array());
  }

  @Test
  void refusesWrongShapesValuesAndPositions() {
    assertThrows(IllegalArgumentException.class, () -> PatchMask.of(2, 2, VALUES));
    assertThrows(IllegalArgumentException.class, () -> PatchMask.of(1, 2, new long[] {0, 2}));
    PatchMask mask = PatchMask.of(2, 3, VALUES);
    assertThrows(IndexOutOfBoundsException.class, () -> mask.hidden(0, 3));
  }
}
