package io.simmim.workbench.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TileLayoutTest {

  @Test
  void tilesOfRegularPixelsFillRowsAndNeverLeaveTheWidth() {
    for (int room : new int[] {300, 360, 420, 560}) {
      TileLayout heads = TileLayout.of(11, 13, 13, true, room);
      assertEquals(0, heads.width() % 13, "whole factor");
      assertEquals(heads.width(), heads.height());
      assertTrue(heads.totalWidth() <= room, room + " px: " + heads.totalWidth());
      TileLayout filters = TileLayout.of(768, 16, 16, false, room);
      assertTrue(filters.totalWidth() <= room, room + " px: " + filters.totalWidth());
      assertTrue(filters.totalWidth() > room - filters.width() - TileLayout.GAP, "full rows");
    }
  }

  @Test
  void everyPixelIsFoundWhereItIsDrawn() {
    TileLayout layout = TileLayout.of(7, 5, 3, true, 360);
    for (int tile = 0; tile < 7; tile++) {
      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 5; column++) {
          double x = layout.x(tile) + (column + 0.5) * layout.width() / 5;
          double y = layout.y(tile) + (row + 0.5) * layout.height() / 3;
          assertEquals(Optional.of(new TileLayout.Cell(tile, row, column)), layout.at(x, y, 5, 3));
        }
      }
    }
    assertEquals(Optional.empty(), layout.at(layout.x(0), layout.y(0) - 2, 5, 3), "caption");
    assertEquals(
        Optional.empty(), layout.at(layout.x(0) + layout.width() + 1, layout.y(0), 5, 3), "gap");
    assertEquals(Optional.empty(), layout.at(-1, layout.y(0), 5, 3));
    assertEquals(Optional.empty(), layout.at(2, layout.totalHeight() + 50, 5, 3));
  }

  @Test
  void slenderAndLargePicturesStayVisibleAndInside() {
    TileLayout slender = TileLayout.of(1, 2, 256, false, 360);
    assertTrue(slender.width() >= 40, "width " + slender.width());
    TileLayout flat = TileLayout.of(1, 256, 2, false, 360);
    assertTrue(flat.height() >= 40, "height " + flat.height());
    TileLayout large = TileLayout.of(3, 700, 700, false, 360);
    assertTrue(large.totalWidth() <= 360);
  }
}
