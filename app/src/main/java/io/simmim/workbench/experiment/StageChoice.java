package io.simmim.workbench.experiment;

import atlantafx.base.theme.Styles;
import io.simmim.workbench.launch.RunStage;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The four stages side by side, one of them chosen. */
final class StageChoice extends HBox {

  private final ToggleGroup group = new ToggleGroup();

  StageChoice(ObservableValue<RunStage> chosen, Consumer<RunStage> choose) {
    setId("stage-choice");
    getStyleClass().add("stage-choice");
    for (RunStage stage : RunStage.values()) {
      getChildren().add(segment(stage, chosen, choose));
    }
  }

  private ToggleButton segment(
      RunStage stage, ObservableValue<RunStage> chosen, Consumer<RunStage> choose) {
    ToggleButton button = new ToggleButton(stage.title());
    button.setId("stage-" + stage.command());
    button.setToggleGroup(group);
    button.getStyleClass().addAll(place(stage), "segment");
    button.setTooltip(new Tooltip(says(stage) + "  Ctrl+Shift+" + (stage.ordinal() + 1)));
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    chosen.subscribe(now -> button.setSelected(now == stage));
    button.setOnAction(
        event -> {
          button.setSelected(true);
          choose.accept(stage);
        });
    return button;
  }

  private static String place(RunStage stage) {
    if (stage.ordinal() == 0) {
      return Styles.LEFT_PILL;
    }
    return stage.ordinal() == RunStage.values().length - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
  }

  private static String says(RunStage stage) {
    return switch (stage) {
      case PRETRAIN -> "Learn from images without classes: hide patches, predict their pixels";
      case FINETUNE -> "Teach a classifier, best from a pre-trained checkpoint";
      case EVALUATE -> "Measure the accuracy of a classifier";
      case THROUGHPUT -> "Measure how many images a second a classifier takes";
    };
  }
}
