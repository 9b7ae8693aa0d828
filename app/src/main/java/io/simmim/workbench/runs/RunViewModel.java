package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunStatus;
import io.simmim.workbench.fx.Readable;
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

  /** Shows another run, of which nothing is known yet. */
  public void open(RunFolder folder) {
    strip.open(folder);
    apply(
        new FollowedRun(
            folder, RunStatus.RUNNING, false, java.util.Optional.empty(), RunSnapshot.EMPTY));
  }

  /** Takes over what was found in the run's folder. */
  public void apply(FollowedRun now) {
    RunSnapshot snapshot = now.snapshot();
    run.set(now);
    state.set(RunState.of(now));
    explanation.set(RunState.explain(now));
    canStop.set(state.get() == RunState.RUNNING || state.get() == RunState.STARTING);
    canResume.set(
        now.status() == RunStatus.STOPPED
            || now.status() == RunStatus.CRASHED
            || now.status() == RunStatus.FAILED);
    showNumbers(snapshot);
    strip.update(snapshot.previews());
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

  private void showNumbers(RunSnapshot snapshot) {
    String epochs = snapshot.started().map(s -> " / " + s.epochs()).orElse("");
    String steps =
        snapshot.started().map(s -> " / " + Readable.count(s.stepsPerEpoch())).orElse("");
    show(epoch, snapshot.step().map(s -> (s.epoch() + 1) + epochs));
    show(step, snapshot.step().map(s -> Readable.count(s.stepInEpoch() + 1) + steps));
    show(loss, snapshot.step().map(RunEvent.Step::loss).map(Readable::number));
    show(speed, snapshot.step().map(RunEvent.Step::imagesPerSecond).map(Readable::speed));
    show(memory, snapshot.step().map(RunEvent.Step::memoryMb).map(Readable::memory));
    show(remaining, snapshot.remaining().map(Readable::duration));
  }

  private static void show(ReadOnlyStringWrapper target, java.util.Optional<String> text) {
    target.set(text.orElse(Readable.NONE));
  }

  private static ReadOnlyStringWrapper value(String name) {
    return new ReadOnlyStringWrapper(null, name, Readable.NONE);
  }
}
