package io.simmim.workbench.masks;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** Says over the pictures what is being loaded, unless that is quick, and lets one give up. */
public final class LoadingChip extends HBox {

  private static final Duration QUICK = Duration.millis(200);

  private final Label words = new Label();
  private final ProgressBar progress = new ProgressBar(0);
  private final PauseTransition patience = new PauseTransition(QUICK);

  private LoadingChip(Runnable giveUp) {
    getStyleClass().add("loading-chip");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
    Button cancel = new Button("Cancel");
    cancel.getStyleClass().add("small");
    cancel.setOnAction(event -> giveUp.run());
    getChildren().addAll(progress, words, cancel);
    patience.setOnFinished(event -> show(true));
    show(false);
  }

  public static LoadingChip ofModel(ModelSlot slot) {
    LoadingChip chip = new LoadingChip(slot::clear);
    slot.stateProperty()
        .subscribe(
            state ->
                chip.follow(
                    state.isLoading(), "Loading " + state.file().map(ModelNames::of).orElse("")));
    return chip;
  }

  public static LoadingChip ofPicture(MasksViewModel model) {
    LoadingChip chip = new LoadingChip(model::giveUpReading);
    model.readingProperty().subscribe(name -> chip.follow(!name.isEmpty(), "Opening " + name));
    return chip;
  }

  private void follow(boolean busy, String what) {
    if (busy) {
      words.setText(what);
      patience.playFromStart();
    } else {
      patience.stop();
      show(false);
    }
  }

  private void show(boolean now) {
    setVisible(now);
    // An animation that nobody sees would still cost time.
    progress.setProgress(now ? ProgressBar.INDETERMINATE_PROGRESS : 0);
  }
}
