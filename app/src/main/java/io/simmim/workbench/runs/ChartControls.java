package io.simmim.workbench.runs;

import io.simmim.workbench.chart.CurveChart;
import io.simmim.workbench.fx.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The small buttons of a chart. */
public final class ChartControls {

  private ChartControls() {}

  /** Switches between a plain and a logarithmic scale. */
  public static ToggleButton logToggle(String id, CurveChart chart) {
    ToggleButton button = new ToggleButton("log");
    button.setId(id);
    button.setMinWidth(ToggleButton.USE_PREF_SIZE);
    button.getStyleClass().addAll("small", "quiet-toggle");
    button.setAccessibleText("logarithmic scale");
    button.setTooltip(new Tooltip("Logarithmic scale"));
    button.setOnAction(event -> chart.setLogScale(button.isSelected()));
    return button;
  }

  /**
   * Shows everything again after zooming.
   *
   * @param what the chart's x counts, in the plural
   */
  public static Button fit(CurveChart chart, String what) {
    Button button =
        Icons.button(
            chart.getId() + "-fit",
            Material2OutlinedMZ.ZOOM_OUT_MAP,
            "Show all " + what + " (double click, or 0)",
            chart::showAll);
    button.getStyleClass().add("small");
    return button;
  }
}
