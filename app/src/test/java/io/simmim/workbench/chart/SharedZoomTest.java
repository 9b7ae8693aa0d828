package io.simmim.workbench.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Charts of one run, of which one is zoomed. */
class SharedZoomTest {

  @Test
  void zoomingPanningAndShowingAllHappenInEveryChart() throws Exception {
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupFixture(
        () -> {
          CurveChart loss = chart(1000);
          CurveChart rate = chart(1000);
          CurveChart alone = chart(1000);
          CurveChart.zoomTogether(List.of(loss, rate));
          loss.zoom(0.5, 0);
          assertEquals(new Window(0, 499.5, false), loss.window());
          assertEquals(loss.window(), rate.window());
          rate.pan(100);
          assertEquals(new Window(100, 599.5, false), loss.window());
          assertTrue(alone.window().full());
          rate.setCurves(List.of(Curve.strong("c", series(2000))));
          assertFalse(rate.window().full(), "new points do not end a zoom");
          loss.showAll();
          assertEquals(new Window(0, 1999, true), rate.window(), "each shows all that it has");
          assertEquals(new Window(0, 999, true), loss.window());
        });
  }

  private static CurveChart chart(int points) {
    CurveChart chart = new CurveChart("c", "d");
    chart.setCurves(List.of(Curve.strong("c", series(points))));
    return chart;
  }

  private static Series series(int points) {
    double[] x = IntStream.range(0, points).asDoubleStream().toArray();
    return Series.of(x, x.clone());
  }
}
