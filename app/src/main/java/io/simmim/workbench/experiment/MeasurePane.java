package io.simmim.workbench.experiment;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What was measured, how far a measurement is, or why it failed. No room without either. */
final class MeasurePane extends VBox {

  private final MeasureViewModel model;
  private final GridPane numbers = new GridPane();
  private final Label words = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Label remark = new Label();
  private final HBox progress = new HBox(words, bar);

  MeasurePane(MeasureViewModel model) {
    this.model = model;
    setId("measure");
    getStyleClass().add("measure");
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setHalignment(HPos.RIGHT);
    numbers.getColumnConstraints().addAll(new ColumnConstraints(), values);
    numbers.getStyleClass().add("plan-grid");
    numbers.setMinHeight(USE_PREF_SIZE);
    words.setId("measure-task");
    words.getStyleClass().addAll("muted", "small");
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    bar.getStyleClass().add("task-bar");
    bar.setPrefWidth(72);
    bar.setMinWidth(72);
    bar.setAccessibleText("progress of the measurement");
    progress.getStyleClass().addAll("tight-row", "measure-progress");
    remark.setId("measure-remark");
    remark.setWrapText(true);
    remark.setMinHeight(USE_PREF_SIZE);
    setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(numbers, progress, remark);
    model.stateProperty().subscribe(this::show);
  }

  /** Begins a measurement, or gives up the one under way. */
  Button button() {
    Button button = new Button();
    button.setId("measure-button");
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> toggle());
    model
        .stateProperty()
        .subscribe(
            state -> {
              button.setText(state.running() ? "Cancel" : "Measure");
              button.setDisable(!state.running() && !state.possible());
              String says =
                  state.running()
                      ? "Give up the measurement"
                      : "Take the first steps of this training, to measure time and memory (Ctrl+Shift+E)";
              button.setTooltip(new Tooltip(says));
              button.setAccessibleText(says);
            });
    return button;
  }

  private void toggle() {
    if (model.stateProperty().get().running()) {
      model.cancel();
    } else {
      model.measure();
    }
  }

  private void show(MeasureState state) {
    List<Plan.Row> rows = state.estimate().map(EstimateRows::of).orElse(List.of());
    numbers.getChildren().clear();
    for (int i = 0; i < rows.size(); i++) {
      numbers.addRow(i, PlanRows.name(rows.get(i)), PlanRows.value(rows.get(i)));
    }
    numbers.setOpacity(state.foreign() ? 0.5 : 1);
    showIf(numbers, !rows.isEmpty());
    words.setText(sentence(state.task()));
    bar.setProgress(state.share());
    showIf(progress, state.running());
    showRemark(state);
    showIf(this, !rows.isEmpty() || state.running() || !remark.getText().isEmpty());
  }

  private void showRemark(MeasureState state) {
    boolean failed = !state.problem().isEmpty();
    String about =
        state.foreign()
            ? "Measured for another configuration"
            : state.estimate().map(EstimateRows::remark).orElse("");
    remark.setText(failed ? state.problem() : state.running() ? "" : about);
    boolean calm = !failed && state.foreign();
    remark.getStyleClass().setAll("label", calm ? "field-finding" : "form-fault");
    showIf(remark, !remark.getText().isEmpty());
  }

  private static String sentence(String task) {
    return task.isEmpty() ? "" : Character.toUpperCase(task.charAt(0)) + task.substring(1) + "…";
  }

  private static void showIf(javafx.scene.Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
