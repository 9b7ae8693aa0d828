package io.simmim.workbench.sweep;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How many runs, how long they take, and what is left out. */
final class SweepNumbers extends VBox {

  private final Label count = new Label();
  private final Label summary = new Label();
  private final CheckBox leaveOut = new CheckBox();
  private final Label why = new Label();
  private final Label existing = new Label();

  SweepNumbers(SweepViewModel model) {
    getStyleClass().add("sweep-numbers");
    count.setId("sweep-count");
    count.getStyleClass().add("card-number");
    count.setMinWidth(USE_PREF_SIZE);
    summary.setId("sweep-summary");
    summary.getStyleClass().add("muted");
    summary.textProperty().bind(model.summaryProperty());
    leaveOut.setId("sweep-leave-out");
    leaveOut.setTooltip(new Tooltip("Else the sweep waits until every combination is possible"));
    leaveOut.selectedProperty().bindBidirectional(model.leaveOutProperty());
    existing.setId("sweep-existing");
    existing.getStyleClass().add("muted");
    HBox numbers = new HBox(count, summary);
    numbers.getStyleClass().add("sweep-head");
    why.setId("sweep-why");
    why.getStyleClass().add("form-description");
    leaveOut.setMinWidth(USE_PREF_SIZE);
    existing.setMinWidth(USE_PREF_SIZE);
    HBox rest = new HBox(leaveOut, why, existing);
    rest.getStyleClass().add("sweep-head");
    rest.visibleProperty().bind(leaveOut.visibleProperty().or(existing.visibleProperty()));
    rest.managedProperty().bind(rest.visibleProperty());
    for (Control part : new Control[] {leaveOut, why, existing}) {
      part.managedProperty().bind(part.visibleProperty());
    }
    setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(numbers, rest);
    model.previewProperty().subscribe(this::show);
  }

  private void show(SweepPreview preview) {
    int runs = preview.ready().size();
    count.setVisible(preview.sweep().isPresent());
    why.setText(SweepWords.why(preview));
    why.setTooltip(new Tooltip(why.getText()));
    why.setVisible(preview.impossible() > 0);
    count.setText(runs == 1 ? "1 run" : runs + " runs");
    leaveOut.setText(SweepWords.impossible(preview.impossible()));
    leaveOut.setVisible(preview.impossible() > 0);
    existing.setText(SweepWords.existing(preview.existing()));
    existing.setVisible(preview.existing() > 0);
  }
}
