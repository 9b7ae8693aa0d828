package io.simmim.workbench.checkpoint;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Says that something takes a while, once it does, and lets the user stop it. */
final class Waiting extends VBox {

  /** What is done sooner needs no progress: a flash would only disturb. */
  private static final Duration PATIENCE = Duration.millis(200);

  private final Label text = new Label();
  private final PauseTransition pause = new PauseTransition(PATIENCE);

  Waiting(String id, Runnable cancel) {
    setId(id);
    getStyleClass().addAll("waiting", "sheet");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText("under way");
    Button button = new Button("Cancel");
    button.setId(id + "-cancel");
    button.setOnAction(event -> cancel.run());
    getChildren().addAll(text, bar, button);
    setVisible(false);
    pause.setOnFinished(event -> setVisible(true));
  }

  void begin(String what) {
    text.setText(what);
    pause.playFromStart();
  }

  void end() {
    pause.stop();
    setVisible(false);
  }
}
