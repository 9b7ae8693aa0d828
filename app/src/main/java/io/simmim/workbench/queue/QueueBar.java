package io.simmim.workbench.queue;

import io.simmim.core.queue.QueuedRun;
import io.simmim.workbench.fx.Icons;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/**
 * Stands above the table of runs while the queue has something to say: who waits for what, what can
 * be done with the selected run, and which ones never began.
 */
public final class QueueBar extends VBox {

  private static final int MOST_FAILURES = 3;
  private static final String PAUSED = "queue-paused";

  private final QueueViewModel model;
  private final QueueActions actions;
  private final HBox line = new HBox();
  private final VBox failures = new VBox();

  public QueueBar(QueueViewModel model, QueueActions actions) {
    this.model = model;
    this.actions = actions;
    setId("queue-bar");
    getStyleClass().add("queue-bar");
    setMinHeight(USE_PREF_SIZE);
    failures.getStyleClass().add("queue-failures");
    buildLine();
    getChildren().addAll(line, failures);
    line.visibleProperty().bind(model.sentenceProperty().isNotEmpty());
    line.managedProperty().bind(line.visibleProperty());
    model.runsProperty().subscribe(runs -> showFailures(model.failed()));
    visibleProperty().bind(line.visibleProperty().or(Bindings.isNotEmpty(failures.getChildren())));
    managedProperty().bind(visibleProperty());
  }

  private void buildLine() {
    line.getStyleClass().add("queue-line");
    Label sentence = new Label();
    sentence.setId("queue-sentence");
    sentence.setGraphic(Icons.of(Material2OutlinedAL.HOURGLASS_EMPTY));
    sentence.textProperty().bind(model.sentenceProperty());
    model
        .pausedProperty()
        .subscribe(
            paused -> {
              sentence.getStyleClass().remove(PAUSED);
              if (paused) {
                sentence.getStyleClass().add(PAUSED);
              }
            });
    sentence.setMinWidth(USE_PREF_SIZE);
    Label idle = new Label("The queue stands still.");
    idle.setId("queue-idle");
    idle.getStyleClass().add("muted");
    idle.setMinWidth(USE_PREF_SIZE);
    idle.visibleProperty().bind(model.idleProperty());
    idle.managedProperty().bind(idle.visibleProperty());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label which = new Label();
    which.setId("queue-selected");
    which.getStyleClass().add("muted");
    which.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    which
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> model.selected().map(QueueWords::title).orElse("Select a waiting run:"),
                model.selectedProperty(),
                model.runsProperty()));
    line.getChildren()
        .addAll(
            sentence,
            idle,
            pauseButton(),
            gap,
            which,
            ofSelected("up", Material2AL.ARROW_UPWARD, "Move up (Alt+Up)", r -> move(r, -1)),
            ofSelected("down", Material2AL.ARROW_DOWNWARD, "Move down (Alt+Down)", r -> move(r, 1)),
            ofSelected("start", Material2MZ.PLAY_ARROW, "Start now (Alt+Enter)", this::startNow),
            ofSelected(
                "remove", Material2AL.CLOSE, "Remove from the queue (Delete)", this::remove));
  }

  private void move(QueuedRun run, int by) {
    actions.move(run, by);
  }

  private void startNow(QueuedRun run) {
    actions.startNow(run);
  }

  private void remove(QueuedRun run) {
    actions.remove(run);
  }

  private Button pauseButton() {
    Button button = new Button();
    button.setId("queue-pause");
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    BooleanBinding stands = model.pausedProperty().or(model.idleProperty());
    button
        .textProperty()
        .bind(
            Bindings.when(model.pausedProperty())
                .then("Resume queue")
                .otherwise(
                    Bindings.when(model.idleProperty())
                        .then("Start queue")
                        .otherwise("Pause queue")));
    button
        .graphicProperty()
        .bind(stands.map(still -> Icons.of(still ? Material2MZ.PLAY_ARROW : Material2MZ.PAUSE)));
    button.setTooltip(
        new Tooltip("A paused queue starts no further run; what runs goes on (Alt+P)"));
    button.setOnAction(
        event -> {
          if (stands.get()) {
            actions.resume();
          } else {
            actions.pause();
          }
        });
    return button;
  }

  private Button ofSelected(String id, Ikon icon, String says, Consumer<QueuedRun> action) {
    Button button =
        Icons.button("queue-" + id, icon, says, () -> model.selected().ifPresent(action));
    button.getStyleClass().add("small");
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    model
                        .selected()
                        .filter(run -> run.state() != QueuedRun.State.STARTING)
                        .isEmpty(),
                model.selectedProperty(),
                model.runsProperty()));
    return button;
  }

  private void showFailures(List<QueuedRun> failed) {
    failures.getChildren().setAll(failed.stream().limit(MOST_FAILURES).map(this::failure).toList());
    if (failed.size() > MOST_FAILURES) {
      Label more = new Label("and " + (failed.size() - MOST_FAILURES) + " more below");
      more.getStyleClass().add("muted");
      failures.getChildren().add(more);
    }
  }

  private HBox failure(QueuedRun run) {
    Label words = new Label(QueueWords.title(run) + " did not begin: " + run.failure());
    words.setId("queue-failure-" + run.id());
    words.getStyleClass().add("form-fault");
    words.setTooltip(new Tooltip(run.failure()));
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Button retry =
        small(
            "Try again",
            "queue-retry-" + run.id(),
            "Let it wait for its device again",
            () -> actions.retry(run));
    Button remove =
        small(
            "Remove",
            "queue-drop-" + run.id(),
            "Take it out of the queue",
            () -> actions.remove(run));
    HBox row = new HBox(words, retry, remove);
    row.getStyleClass().add("queue-line");
    return row;
  }

  private static Button small(String text, String id, String says, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setAccessibleText(says);
    button.setTooltip(new Tooltip(says));
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }
}
