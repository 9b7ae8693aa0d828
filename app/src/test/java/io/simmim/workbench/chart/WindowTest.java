package io.simmim.workbench.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {

  private static final Window ALL = new Window(0, 1000, true);

  @Test
  void zoomingKeepsThePointedStepInPlace() {
    Window zoomed = ALL.zoomed(0.5, 250, ALL);
    assertEquals(125, zoomed.from());
    assertEquals(625, zoomed.to());
    assertFalse(zoomed.full());
  }

  @Test
  void panningStopsAtTheEndsOfTheData() {
    Window zoomed = ALL.zoomed(0.1, 500, ALL);
    assertEquals(900, zoomed.moved(5000, ALL).from());
    assertEquals(0, zoomed.moved(-5000, ALL).from());
  }

  @Test
  void zoomingOutFarEnoughFollowsTheDataAgain() {
    assertTrue(ALL.zoomed(0.5, 500, ALL).zoomed(3, 500, ALL).full());
  }

  @Test
  void tickValuesOfAShortLogarithmicAxisAreRound() {
    AxisFormat format = new AxisFormat();
    assertEquals(
        List.of("0.2", "0.3", "0.4", "0.5", "0.6", "0.8", "1"),
        ShortLogAxis.roundValues(0.18, 1.2).stream().map(v -> format.format(v)).toList());
  }
}
