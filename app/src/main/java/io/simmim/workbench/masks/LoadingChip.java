package io.simmim.workbench.masks;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Says over the pictures that a checkpoint is being loaded, and lets one give up. */
final class LoadingChip extends HBox {

  LoadingChip(ModelSlot slot) {
    getStyleClass().add("loading-chip");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
    Label words = new Label();
    ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    Button cancel = new Button("Cancel");
    cancel.getStyleClass().add("small");
    cancel.setOnAction(event -> slot.clear());
    getChildren().addAll(progress, words, cancel);
    slot.stateProperty()
        .subscribe(
            state -> {
              setVisible(state.isLoading());
              // An animation that nobody sees would still cost time.
              progress.setProgress(state.isLoading() ? ProgressBar.INDETERMINATE_PROGRESS : 0);
              words.setText("Loading " + state.file().map(ModelNames::of).orElse(""));
            });
  }
}
