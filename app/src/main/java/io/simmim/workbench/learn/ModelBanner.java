package io.simmim.workbench.learn;

import io.simmim.workbench.masks.ModelSlot;
import io.simmim.workbench.masks.ModelState;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Says what is missing in a lesson that fills in what is hidden, and offers it. */
final class ModelBanner extends HBox {

  private static final String MISSING =
      "No checkpoint is open, so nothing is filled in: choose one, or let lesson 6 train one.";

  private final Label words = new Label();

  ModelBanner(ObservableValue<Lesson> lesson, ModelSlot slot, Runnable choose) {
    setId("lesson-model-missing");
    getStyleClass().addAll("banner", "banner-calm", "lesson-banner");
    setMinHeight(USE_PREF_SIZE);
    words.setId("lesson-model-words");
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button button = new Button("Choose a checkpoint…");
    button.setId("lesson-model-choose");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> choose.run());
    getChildren().addAll(words, button);
    lesson.subscribe(now -> show(now, slot.stateProperty().get()));
    slot.stateProperty().addListener((p, old, now) -> show(lesson.getValue(), now));
  }

  private void show(Lesson lesson, ModelState state) {
    boolean missing = lesson.isFilling() && !state.isReady() && !state.isLoading();
    words.setText(state.problem().isEmpty() ? MISSING : state.problem());
    setVisible(missing);
    setManaged(missing);
  }
}
