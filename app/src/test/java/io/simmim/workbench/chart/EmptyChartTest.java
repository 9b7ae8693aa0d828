package io.simmim.workbench.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.Label;
import org.jfree.chart.fx.ChartCanvas;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class EmptyChartTest {

  @Test
  void wordsStandInForAxesUntilThereIsAPoint() throws Exception {
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupFixture(
        () -> {
          CurveChart chart = new CurveChart("loss", "loss over steps");
          chart.setEmptyWords("The curve comes with the first step.");
          Label words = (Label) chart.lookup("#loss-empty");
          assertEquals("The curve comes with the first step.", words.getText());
          assertTrue(words.isVisible());
          assertFalse(canvas(chart).isVisible());

          chart.setCurves(List.of(Curve.strong("c", Series.of(new double[0], new double[0]))));
          assertTrue(words.isVisible(), "a curve without points");

          chart.setCurves(
              List.of(Curve.strong("c", Series.of(new double[] {1}, new double[] {2}))));
          assertFalse(words.isVisible());
          assertTrue(canvas(chart).isVisible());
        });
  }

  private static ChartCanvas canvas(CurveChart chart) {
    return chart.getChildrenUnmodifiable().stream()
        .filter(ChartCanvas.class::isInstance)
        .map(ChartCanvas.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
