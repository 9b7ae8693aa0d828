package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunStatus;
import io.simmim.workbench.fx.InWords;
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
  private final ReadOnlyStringWrapper epoch = value("epoch");
  private final ReadOnlyStringWrapper step = value("step");
  private final ReadOnlyStringWrapper loss = value("loss");
  private final ReadOnlyStringWrapper speed = value("speed");
  private final ReadOnlyStringWrapper remaining = value("remaining");
  private final ReadOnlyStringWrapper memory = value("memory");
  private final ReadOnlyBooleanWrapper canStop = new ReadOnlyBooleanWrapper(this, "canStop");
  private final ReadOnlyBooleanWrapper canResume = new ReadOnlyBooleanWrapper(this, "canResume");
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
    RunSnapshot snapshot = now.snapshot();
    resuming &= now.status() != RunStatus.RUNNING;
    run.set(now);
    showState();
    showNumbers(snapshot);
    strip.update(snapshot.previews());
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

  public ReadOnlyStringProperty epochProperty() {
    return epoch.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty lossProperty() {
    return loss.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty speedProperty() {
    return speed.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty remainingProperty() {
    return remaining.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty memoryProperty() {
    return memory.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canStopProperty() {
    return canStop.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canResumeProperty() {
    return canResume.getReadOnlyProperty();
  }

  /** The reconstructions of this run. */
  public StripViewModel strip() {
    return strip;
  }

  private void showState() {
    RunState now = resuming ? RunState.STARTING : RunState.of(run.get());
    state.set(now);
    explanation.set(now.explain(run.get()));
    canStop.set(now == RunState.RUNNING || (now == RunState.STARTING && !resuming));
    canResume.set(now.canResume());
  }

  private void showNumbers(RunSnapshot snapshot) {
    String epochs = snapshot.started().map(s -> " / " + s.epochs()).orElse("");
    String steps = snapshot.started().map(s -> " / " + InWords.count(s.stepsPerEpoch())).orElse("");
    show(epoch, snapshot.step().map(s -> (s.epoch() + 1) + epochs));
    show(step, snapshot.step().map(s -> InWords.count(s.stepInEpoch() + 1) + steps));
    show(loss, snapshot.step().map(RunEvent.Step::loss).map(InWords::number));
    show(speed, snapshot.step().map(RunEvent.Step::imagesPerSecond).map(InWords::speed));
    show(memory, snapshot.step().map(RunEvent.Step::memoryMb).map(InWords::memory));
    boolean underWay = run.get().status() == RunStatus.RUNNING;
    show(remaining, snapshot.remaining().filter(r -> underWay).map(InWords::duration));
  }

  private static void show(ReadOnlyStringWrapper target, Optional<String> text) {
    target.set(text.orElse(InWords.NONE));
  }

  private static ReadOnlyStringWrapper value(String name) {
    return new ReadOnlyStringWrapper(null, name, InWords.NONE);
  }
}
