package io.simmim.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void theTallestColumnIsAsLowAsPossible() {
    assertEquals(List.of(2, 1, 1), Columns.balanced(List.of(4, 3, 7, 6), 3));
    assertEquals(List.of(1, 2, 2), Columns.balanced(List.of(9, 4, 4, 5, 3), 3));
  }

  @Test
  void fewPartsNeedFewColumns() {
    assertEquals(List.of(1, 1), Columns.balanced(List.of(5, 5), 4));
    assertEquals(List.of(3), Columns.balanced(List.of(1, 1, 1), 1));
    assertEquals(List.of(), Columns.balanced(List.of(), 4));
  }
}
