package io.simmim.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void columnsAreNearlyOfOneHeight() {
    assertEquals(
        List.of(List.of(0, 1), List.of(2), List.of(3)), Columns.packed(List.of(4, 3, 7, 6), 3));
    assertEquals(
        List.of(List.of(0, 4), List.of(1, 5), List.of(2), List.of(3)),
        Columns.packed(List.of(15, 14, 22, 21, 7, 8), 4));
  }

  @Test
  void fewPartsNeedFewColumns() {
    assertEquals(List.of(List.of(0), List.of(1)), Columns.packed(List.of(5, 5), 4));
    assertEquals(List.of(List.of(0, 1, 2)), Columns.packed(List.of(1, 1, 1), 1));
    assertEquals(List.of(), Columns.packed(List.of(), 4));
  }
}
