package io.simmim.workbench.experiment;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The two labels of a row of the plan; both explain the number. */
final class PlanRows {

  private static final double WIDEST = 360;

  private PlanRows() {}

  static Label name(Plan.Row row) {
    Label label = new Label(row.name());
    label.getStyleClass().add("muted");
    label.setTooltip(why(row));
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  static Label value(Plan.Row row) {
    Label label = new Label(row.value());
    label.setId("plan-" + row.id());
    label.getStyleClass().add("num");
    label.setTooltip(why(row));
    return label;
  }

  private static Tooltip why(Plan.Row row) {
    Tooltip tooltip = new Tooltip(row.why());
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(WIDEST);
    return tooltip;
  }
}
