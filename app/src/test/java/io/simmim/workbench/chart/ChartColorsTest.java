package io.simmim.workbench.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartColorsTest {

  @Test
  void aFewLinesKeepTheColoursThatTellThemApart() {
    assertEquals(ChartColors.LIGHT, ChartColors.LIGHT.forLines(10));
  }

  @Test
  void eachOfManyLinesHasAColourThatIsSeenOnItsBackground() {
    for (ChartColors theme : List.of(ChartColors.LIGHT, ChartColors.DARK)) {
      ChartColors colors = theme.forLines(25);
      assertEquals(25, new HashSet<>(colors.many()).size());
      assertEquals(0, colors.round(24), "none is dashed");
      colors
          .many()
          .forEach(
              color -> {
                int distance =
                    Math.abs(color.getRed() - theme.background().getRed())
                        + Math.abs(color.getGreen() - theme.background().getGreen())
                        + Math.abs(color.getBlue() - theme.background().getBlue());
                assertTrue(distance > 200, color + " on " + theme.background());
              });
    }
  }
}
