package io.simmim.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParityTableTest {

  @Test
  void aCaseHasTheLargestDifferenceOfEachKindAndWhatFitsNowhereIsListed() {
    List<String> table =
        ParityTable.markdown(
            List.of(
                "A_x\tz\t1.0E-6\t1.0E-4",
                "A_x\tx_rec\t3.0E-6\t1.0E-4",
                "A_x\tgradient (relative) head.bias\t0.0\t0.001",
                "C_y\tloss (relative)\t2.0E-7\t1.0E-5",
                "C_y\tloss\t0.0\t1.0E-5",
                "G_data\tcrop\t0.0\t0.0",
                "G_data\tcrop\t0.0\t0.0"));
    assertEquals(
        List.of(
            "| one pass | outputs ≤ 1e-04 | loss ≤ 1e-05 | gradients (relative) ≤ 1e-03 |",
            "|---|---:|---:|---:|",
            "| A_x | 3.0e-06 |  | 0 |",
            "| C_y |  | 0 |  |"),
        table.subList(0, 4));
    assertEquals("| C_y | 2.0e-07 |  |  |  |", table.get(7));
    assertEquals("| G_data | crop | 2 | 0 | 0 |", table.get(table.size() - 1));
  }
}
