package io.simmim.workbench.data;

import io.simmim.core.survey.FolderReport;
import io.simmim.workbench.fx.InWords;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** How far the work on the page is, once it takes a while, and a way to give it up. */
final class ProgressChip extends HBox {

  private static final Duration QUICK = Duration.millis(200);

  private final DataPageViewModel model;
  private final SampleSetViewModel samples;
  private final Label words = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final Button cancel = new Button("Cancel");
  private final PauseTransition patience = new PauseTransition(QUICK);

  ProgressChip(DataPageViewModel model, SampleSetViewModel samples) {
    this.model = model;
    this.samples = samples;
    getStyleClass().add("tight-row");
    setId("data-progress");
    words.setId("data-progress-words");
    words.getStyleClass().addAll("muted", "small");
    words.setMinWidth(USE_PREF_SIZE);
    bar.getStyleClass().add("task-bar");
    bar.setPrefWidth(96);
    bar.setMinWidth(48);
    bar.setAccessibleText("progress");
    cancel.setId("data-cancel");
    cancel.getStyleClass().add("small");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(event -> giveUp());
    getChildren().addAll(words, bar, cancel);
    managedProperty().bind(visibleProperty());
    setVisible(false);
    patience.setOnFinished(event -> show());
    model.stateProperty().subscribe(state -> update());
    samples.busyProperty().subscribe(busy -> update());
    samples.progressProperty().subscribe(share -> update());
  }

  private void giveUp() {
    if (samples.busyProperty().get()) {
      samples.cancel();
    } else {
      model.cancel();
    }
  }

  private boolean isBusy() {
    return samples.busyProperty().get() || model.stateProperty().get().busy();
  }

  private void update() {
    if (isVisible()) {
      show();
    } else if (isBusy()) {
      if (patience.getStatus() != javafx.animation.Animation.Status.RUNNING) {
        patience.playFromStart();
      }
    } else {
      show();
    }
  }

  private void show() {
    SurveyState state = model.stateProperty().get();
    boolean drawing = samples.busyProperty().get();
    setVisible(isBusy() || state.stopped());
    bar.setVisible(isBusy());
    bar.setManaged(isBusy());
    cancel.setVisible(isBusy());
    cancel.setManaged(isBusy());
    words.setText(drawing ? samples.wordsProperty().get() : inWords(state));
    bar.setProgress(drawing ? samples.progressProperty().get() : state.progress());
  }

  private static String inWords(SurveyState state) {
    Optional<FolderReport> report = state.report();
    if (report.isEmpty()) {
      return state.stopped() ? "Stopped" : "Listing the images";
    }
    String count =
        InWords.count(report.get().checked()) + " of " + InWords.count(report.get().images());
    if (state.stopped()) {
      return "Stopped at " + count;
    }
    return (state.everything() ? "Decoding " : "Looking into ") + count;
  }
}
