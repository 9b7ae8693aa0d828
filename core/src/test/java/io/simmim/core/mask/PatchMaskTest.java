package io.simmim.core.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Optional;
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

  @Test
  void hidesAndShowsSquaresAndCutsThemAtTheEdge() {
    PatchMask empty = PatchMask.visible(5, 7);
    PatchMask hidden = empty.with(3, 5, 4, true);
    assertEquals(4, hidden.hiddenCount());
    assertTrue(hidden.hidden(3, 5) && hidden.hidden(4, 6));
    assertEquals(0, empty.hiddenCount(), "the mask painted on stays as it was");
    assertEquals(3, hidden.with(2, 4, 2, false).hiddenCount());
    assertEquals(empty, empty.with(-4, -4, 4, true));
    assertEquals(empty, empty.with(9, 9, 2, true));
  }

  @Test
  void invertingTwiceChangesNothing() {
    PatchMask mask = PatchMask.visible(5, 7).with(1, 2, 3, true);
    assertEquals(35 - 9, mask.inverted().hiddenCount());
    assertEquals(mask, mask.inverted().inverted());
  }

  @Test
  void coarseningUndoesRefining() {
    PatchMask mask = PatchMask.of(2, 3, new long[] {1, 0, 1, 0, 0, 1});
    PatchMask fine = mask.refined(4);
    assertEquals(8, fine.height());
    assertEquals(12, fine.width());
    assertEquals(3 * 16, fine.hiddenCount());
    assertEquals(Optional.of(mask), fine.coarsened(4));
    assertEquals(Optional.empty(), fine.with(0, 0, 1, false).coarsened(4));
    assertEquals(Optional.empty(), fine.coarsened(5));
  }
}
