package io.simmim.workbench.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class StageAreaTest {

  @Test
  void picturesStandInARowWhereItIsWide() {
    StageArea area = StageArea.of(3, 772, 458);
    assertEquals(3, area.columns());
    assertEquals(241, area.side());
    assertEquals(area.corner(0).getY(), area.corner(2).getY());
  }

  @Test
  void fourPicturesStandInTwoRowsWhereThatMakesThemLarger() {
    StageArea area = StageArea.of(4, 772, 458);
    assertEquals(2, area.columns());
    assertEquals(199, area.side());
    assertTrue(area.corner(0).getY() >= StageArea.HEAD);
    assertTrue(area.corner(3).getY() + area.side() <= 458);
  }

  @Test
  void findsThePictureUnderAPoint() {
    StageArea area = StageArea.of(4, 772, 458);
    for (int i = 0; i < 4; i++) {
      Point2D inside = area.corner(i).add(30, 60);
      assertTrue(area.contains(inside.getX(), inside.getY()));
      assertEquals(i, area.nearest(inside.getX(), inside.getY()));
      Point2D share = area.share(i, inside.getX(), inside.getY());
      assertEquals(30 / area.side(), share.getX(), 1e-12);
      assertEquals(60 / area.side(), share.getY(), 1e-12);
    }
    assertFalse(area.contains(area.corner(1).getX() - 6, area.corner(1).getY() + 5));
    assertEquals(3, area.nearest(9999, 9999));
    assertFalse(StageArea.EMPTY.contains(0, 0));
  }
}
