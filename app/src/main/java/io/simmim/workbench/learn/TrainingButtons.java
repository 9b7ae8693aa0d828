package io.simmim.workbench.learn;

import io.simmim.workbench.fx.Icons;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Start, stop and again, how far it is, and the way to the run's own page. */
final class TrainingButtons extends HBox {

  private final Button start;
  private final Button stop;
  private final Button open;
  private final ProgressBar progress = new ProgressBar(0);
  private final Label words = new Label();

  /**
   * @param id of its parts, such as {@code <id>-start}
   */
  TrainingButtons(String id, Runnable begin, Runnable end, Runnable openRun) {
    getStyleClass().add("lesson-bar");
    setMinHeight(USE_PREF_SIZE);
    start = button(id + "-start", "Start", Material2MZ.PLAY_ARROW, begin, "Start (Ctrl+Enter)");
    start.getStyleClass().add("accent");
    stop =
        button(
            id + "-stop", "Stop", Material2MZ.STOP, end, "Finish the step, save and stop (Ctrl+.)");
    open =
        button(
            id + "-open",
            "Open in Runs",
            Material2OutlinedMZ.OPEN_IN_NEW,
            openRun,
            "Show it on the page Runs, with log and configuration");
    progress.setId(id + "-progress");
    progress.getStyleClass().add("task-bar");
    progress.setAccessibleText("progress of the training");
    progress.setPrefWidth(160);
    words.setId(id + "-words");
    words.setMaxWidth(Double.MAX_VALUE);
    words.setWrapText(true);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(start, stop, progress, words, open);
  }

  /**
   * @param possible whether it can start at all
   * @param again whether something was started before
   */
  void follow(
      ObservableValue<TrainingPhase> phase,
      ObservableValue<Boolean> possible,
      ObservableValue<Boolean> again,
      ObservableValue<Number> share,
      ObservableValue<String> sentence) {
    words.textProperty().bind(sentence);
    progress.progressProperty().bind(share);
    Runnable show =
        () -> {
          boolean busy = phase.getValue().isBusy();
          start.setDisable(busy || !possible.getValue());
          start.setText(again.getValue() ? "Again" : "Start");
          stop.setDisable(!busy);
          open.setDisable(!again.getValue());
          progress.setVisible(busy);
          progress.setManaged(busy);
        };
    List.of(phase, possible, again).forEach(value -> value.addListener((p, o, n) -> show.run()));
    show.run();
  }

  private static Button button(String id, String title, Ikon icon, Runnable action, String says) {
    Button button = new Button(title, Icons.of(icon));
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(says));
    button.setAccessibleText(says);
    button.setOnAction(event -> action.run());
    return button;
  }
}
