package io.simmim.workbench.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

class ValueRangeTest {

  private static final Window ALL = new Window(0, 10, true);

  @Test
  void aConstantHasRoomForNumbersThatDiffer() {
    Range range = range(1e-4, 1e-4);
    assertEquals(0.95e-4, range.getLowerBound(), 1e-12);
    assertEquals(1.05e-4, range.getUpperBound(), 1e-12);
  }

  @Test
  void valuesFillTheAxisWithALittleAir() {
    assertEquals(new Range(0.95, 2.05), range(1, 2));
    assertEquals(new Range(0, 1.05), range(0, 1), "nothing is below nothing");
  }

  private static Range range(double first, double last) {
    Series series = Series.of(new double[] {0, 10}, new double[] {first, last});
    return ValueRange.of(List.of(Curve.strong("c", series)), ALL, false);
  }
}
