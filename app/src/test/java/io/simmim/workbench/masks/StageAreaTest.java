package io.simmim.workbench.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class StageAreaTest {

  @Test
  void picturesStandInARowWhereItIsWide() {
    StageArea area = StageArea.of(3, 900, 300);
    assertEquals(264, area.square(0).side());
    assertEquals(264, area.square(1).side());
    assertEquals(area.square(0).top(), area.square(2).top());
  }

  @Test
  void theMiddleOneOfThreeIsEnlargedWhereARowWouldLeaveMuchEmpty() {
    StageArea area = StageArea.of(3, 772, 458);
    StageArea.Square masked = area.square(0);
    StageArea.Square large = area.square(1);
    StageArea.Square original = area.square(2);
    assertEquals(422, large.side());
    assertEquals(199, masked.side());
    assertEquals(masked.side(), original.side());
    assertEquals(masked.left(), original.left());
    assertEquals(masked.top(), large.top());
    assertEquals(original.top() + original.side(), large.top() + large.side());
    assertEquals(masked.top() + masked.side() + StageArea.HEAD, original.top());
    assertTrue(masked.left() >= 0 && large.left() + large.side() <= 772);
    assertTrue(masked.left() + masked.side() < large.left());
    assertTrue(large.top() + large.side() <= 458);
  }

  @Test
  void fourPicturesStandInTwoRowsWhereThatMakesThemLarger() {
    StageArea area = StageArea.of(4, 772, 458);
    assertEquals(area.square(0).left(), area.square(2).left());
    assertEquals(199, area.square(0).side());
    assertTrue(area.square(0).top() >= StageArea.HEAD);
    assertTrue(area.square(3).top() + area.square(3).side() <= 458);
  }

  @Test
  void findsThePictureUnderAPoint() {
    for (int count : new int[] {3, 4}) {
      StageArea area = StageArea.of(count, 772, 458);
      for (int i = 0; i < count; i++) {
        StageArea.Square square = area.square(i);
        Point2D inside = square.corner().add(30, 60);
        assertTrue(area.contains(inside.getX(), inside.getY()));
        assertEquals(i, area.nearest(inside.getX(), inside.getY()));
        Point2D share = square.share(inside.getX(), inside.getY());
        assertEquals(30 / square.side(), share.getX(), 1e-12);
        assertEquals(60 / square.side(), share.getY(), 1e-12);
      }
      assertFalse(area.contains(area.square(1).left() - 6, area.square(1).top() + 5));
    }
    assertEquals(3, StageArea.of(4, 772, 458).nearest(9999, 9999));
    assertFalse(StageArea.EMPTY.contains(0, 0));
  }
}
