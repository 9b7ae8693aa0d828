package io.simmim.workbench.checkpoint;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Titles of cards with small switches at their right. */
final class Toggles {

  private Toggles() {}

  /** A quiet switch; {@code says} is its tooltip and spoken text. */
  static ToggleButton of(String id, String text, String says) {
    ToggleButton toggle = new ToggleButton(text);
    toggle.setId(id);
    toggle.getStyleClass().addAll("small", "quiet-toggle");
    toggle.setAccessibleText(says);
    toggle.setTooltip(new Tooltip(says));
    toggle.setMinWidth(Region.USE_PREF_SIZE);
    return toggle;
  }

  static HBox head(Label title, Node... controls) {
    title.getStyleClass().add("section-title");
    title.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap);
    head.getStyleClass().addAll("chart-head", "tensor-head");
    head.getChildren().addAll(controls);
    return head;
  }
}
