package io.simmim.workbench.runs;

import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunStatus;
import io.simmim.workbench.launch.RunStage;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One run as its page shows it. */
public final class RunViewModel {

  private final ReadOnlyObjectWrapper<FollowedRun> run = new ReadOnlyObjectWrapper<>(this, "run");
  private final ReadOnlyObjectWrapper<RunState> state =
      new ReadOnlyObjectWrapper<>(this, "state", RunState.STARTING);
  private final ReadOnlyStringWrapper explanation = new ReadOnlyStringWrapper(this, "why", "");
  private final ReadOnlyObjectWrapper<List<Metric>> metrics =
      new ReadOnlyObjectWrapper<>(this, "metrics", List.of());
  private final ReadOnlyBooleanWrapper canStop = new ReadOnlyBooleanWrapper(this, "canStop");
  private final ReadOnlyBooleanWrapper canResume = new ReadOnlyBooleanWrapper(this, "canResume");
  private final ReadOnlyBooleanWrapper canFineTune = new ReadOnlyBooleanWrapper(this, "fineTune");
  private final ReadOnlyBooleanWrapper canEvaluate = new ReadOnlyBooleanWrapper(this, "evaluate");
  private final ReadOnlyBooleanWrapper hasCheckpoint = new ReadOnlyBooleanWrapper(this, "saved");
  private final StripViewModel strip = new StripViewModel();
  private boolean resuming;

  /** Shows another run, of which nothing is known yet. */
  public void open(RunFolder folder) {
    resuming = false;
    strip.open(folder);
    apply(new FollowedRun(folder, RunStatus.RUNNING, false, Optional.empty(), RunSnapshot.EMPTY));
  }

  /** Takes over what was found in the run's folder. */
  public void apply(FollowedRun now) {
    resuming &= now.status() != RunStatus.RUNNING;
    metrics.set(Metrics.of(now));
    run.set(now);
    showState();
    strip.update(now.snapshot().previews());
  }

  /** The run was started again; until it shows a sign of life it counts as starting. */
  public void setResuming(boolean started) {
    resuming = started;
    showState();
  }

  public ReadOnlyObjectProperty<FollowedRun> runProperty() {
    return run.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<RunState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** One sentence about how the run stands; empty while there is nothing to explain. */
  public ReadOnlyStringProperty explanationProperty() {
    return explanation.getReadOnlyProperty();
  }

  /** The numbers of a training, those that matter most first. */
  public ReadOnlyObjectProperty<List<Metric>> metricsProperty() {
    return metrics.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canStopProperty() {
    return canStop.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canResumeProperty() {
    return canResume.getReadOnlyProperty();
  }

  /** Whether it is a pre-training that has a checkpoint to go on from. */
  public ReadOnlyBooleanProperty canFineTuneProperty() {
    return canFineTune.getReadOnlyProperty();
  }

  /** Whether it is a fine-tuning that has a checkpoint to measure. */
  public ReadOnlyBooleanProperty canEvaluateProperty() {
    return canEvaluate.getReadOnlyProperty();
  }

  /** Whether there is a checkpoint to look into. */
  public ReadOnlyBooleanProperty hasCheckpointProperty() {
    return hasCheckpoint.getReadOnlyProperty();
  }

  /** The reconstructions of this run. */
  public StripViewModel strip() {
    return strip;
  }

  private void showState() {
    FollowedRun shown = run.get();
    Optional<RunStage> stage = shown.stage();
    boolean trains = stage.map(RunStage::trains).orElse(true);
    boolean saved = !shown.snapshot().checkpoints().isEmpty();
    RunState now = resuming ? RunState.STARTING : RunState.of(shown);
    state.set(now);
    explanation.set(now.explain(shown));
    canStop.set(now == RunState.RUNNING || (now == RunState.STARTING && !resuming));
    canResume.set(now.canResume() && trains && saved);
    hasCheckpoint.set(saved);
    canFineTune.set(saved && stage.filter(RunStage.PRETRAIN::equals).isPresent());
    canEvaluate.set(saved && stage.filter(RunStage.FINETUNE::equals).isPresent());
  }
}
