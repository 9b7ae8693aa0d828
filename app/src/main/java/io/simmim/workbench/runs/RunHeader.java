package io.simmim.workbench.runs;

import io.simmim.workbench.fx.Icons;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Which run this is, how it stands, and what can be done with it. */
final class RunHeader extends HBox {

  private final RunViewModel model;
  private final Label name = new Label();
  private final Label tag = new Label();
  private final StatusPill pill = new StatusPill();
  private final Remarks remarks = new Remarks();

  RunHeader(RunViewModel model, RunActions actions, FollowUps followUps, Runnable back) {
    this.model = model;
    getStyleClass().add("page-head");
    name.setId("run-name");
    name.getStyleClass().add("crumb");
    Label slash = new Label("/");
    slash.getStyleClass().add("muted");
    tag.setId("run-tag");
    tag.getStyleClass().add("page-title");
    tag.setMinWidth(USE_PREF_SIZE);
    pill.setId("run-status");
    pill.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(
            Icons.button("run-back", Material2AL.ARROW_BACK, "All runs (Alt+Left)", back),
            name,
            slash,
            tag,
            pill,
            gap,
            remarks,
            openCheckpoint(followUps),
            openFolder(actions),
            fineTune(followUps),
            evaluate(followUps),
            resume(actions),
            stop(actions));
    model.runProperty().subscribe(this::show);
    model.stateProperty().subscribe(pill::show);
  }

  private Button stop(RunActions actions) {
    Button button =
        button("run-stop", "Stop", Material2MZ.STOP, "Finish the step, save and stop (Ctrl+.)");
    button.getStyleClass().add("danger");
    button.setOnAction(event -> actions.stop(model.runProperty().get().folder()));
    return shownWhile(button, model.canStopProperty());
  }

  private Button fineTune(FollowUps followUps) {
    Button button =
        button(
            "run-fine-tune",
            "Fine-tune from this…",
            Material2OutlinedMZ.SCHOOL,
            "Set up a classifier that begins with the newest checkpoint (Ctrl+T)");
    button.setOnAction(event -> followUps.fineTune(model.runProperty().get()));
    return shownWhile(button, model.canFineTuneProperty());
  }

  private Button evaluate(FollowUps followUps) {
    Button button =
        button(
            "run-evaluate",
            "Evaluate…",
            Material2OutlinedAL.FACT_CHECK,
            "Set up a measurement of the best checkpoint (Ctrl+E)");
    button.setOnAction(event -> followUps.evaluate(model.runProperty().get()));
    return shownWhile(button, model.canEvaluateProperty());
  }

  private Button resume(RunActions actions) {
    Button button =
        button(
            "run-resume",
            "Resume",
            Material2MZ.PLAY_ARROW,
            "Go on from the newest checkpoint (Ctrl+R)");
    button.getStyleClass().add("accent");
    button.setOnAction(event -> actions.resume(model.runProperty().get().folder()));
    return shownWhile(button, model.canResumeProperty());
  }

  private Button openCheckpoint(FollowUps followUps) {
    Button button =
        Icons.button(
            "run-checkpoint",
            Material2OutlinedMZ.SAVE,
            "Open its checkpoint on the page Checkpoint (Ctrl+Shift+K)",
            () -> followUps.openCheckpoint(model.runProperty().get()));
    return shownWhile(button, model.hasCheckpointProperty());
  }

  private Button openFolder(RunActions actions) {
    return Icons.button(
        "run-folder",
        Material2OutlinedAL.FOLDER_OPEN,
        "Open the run's folder",
        () -> actions.openFolder(model.runProperty().get().folder()));
  }

  private static Button button(String id, String text, Ikon icon, String says) {
    Button button = new Button(text, Icons.of(icon));
    button.setId(id);
    button.setTooltip(new Tooltip(says));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private void show(FollowedRun run) {
    if (run == null) {
      return;
    }
    name.setText(run.name());
    tag.setText(run.tag());
    remarks.show(run.snapshot());
  }

  private static Button shownWhile(Button button, ObservableValue<Boolean> possible) {
    button.visibleProperty().bind(possible);
    button.managedProperty().bind(possible);
    return button;
  }
}
