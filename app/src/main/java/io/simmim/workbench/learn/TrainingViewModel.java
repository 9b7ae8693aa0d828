package io.simmim.workbench.learn;

import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunStatus;
import io.simmim.workbench.chart.Curve;
import io.simmim.workbench.chart.Series;
import io.simmim.workbench.chart.Smoothing;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.runs.FollowedRun;
import io.simmim.workbench.runs.RunViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The pre-training of lesson 6. */
public final class TrainingViewModel {

  private static final double PAST = 0.9;

  private final Trainings trainings;
  private final RunViewModel run = new RunViewModel();
  private final ReadOnlyObjectWrapper<TrainingPhase> phase =
      new ReadOnlyObjectWrapper<>(this, "phase", TrainingPhase.READY);
  private final ReadOnlyObjectWrapper<Optional<RunFolder>> folder =
      new ReadOnlyObjectWrapper<>(this, "folder", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Path>> encoder =
      new ReadOnlyObjectWrapper<>(this, "encoder", Optional.empty());
  private final ReadOnlyObjectWrapper<List<Curve>> curves =
      new ReadOnlyObjectWrapper<>(this, "curves", List.of());
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 0);
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");

  public TrainingViewModel(Trainings trainings) {
    this.trainings = trainings;
  }

  /** Begins a new run; the one before stays in its folder. */
  public void start() {
    if (phase.get().isBusy()) {
      return;
    }
    phase.set(TrainingPhase.DRAWING);
    drawn(0);
    trainings.start(
        new Trainings.Order(RunStage.PRETRAIN, "pretrain", Optional.empty()),
        this::drawn,
        this::show,
        this::failed);
  }

  /** Gives up the drawing, or lets the run save and stop. */
  public void stop() {
    if (phase.get() == TrainingPhase.DRAWING) {
      trainings.giveUp();
      phase.set(TrainingPhase.READY);
      tell(0, "");
    } else if (phase.get() == TrainingPhase.RUNNING) {
      folder.get().ifPresent(trainings::stop);
    }
  }

  /** Shows a run: the one that was just launched, or the last one of an earlier day. */
  public void show(RunFolder now) {
    run.open(now);
    curves.set(List.of());
    encoder.set(Optional.empty());
    folder.set(Optional.of(now));
    phase.set(TrainingPhase.RUNNING);
    tell(0, TrainingWords.STARTING);
  }

  /** Takes over what was found in the folder of a run, if it is the one that is shown. */
  public void apply(FollowedRun now) {
    if (folder.get().filter(now.folder()::equals).isEmpty()) {
      return;
    }
    run.apply(now);
    Series loss = now.snapshot().curves().loss();
    curves.set(
        List.of(
            Curve.faint("loss", loss),
            Curve.strong("smoothed", Smoothing.exponential(loss, PAST))));
    phase.set(now.status() == RunStatus.RUNNING ? TrainingPhase.RUNNING : TrainingPhase.ENDED);
    tell(now.snapshot().progress(), TrainingWords.of(now));
    encoder.set(
        now.snapshot()
            .newestCheckpoint()
            .filter(saved -> phase.get() == TrainingPhase.ENDED)
            .map(saved -> now.folder().path().resolve(saved.file())));
  }

  /** The run as its page would show it. */
  public RunViewModel run() {
    return run;
  }

  public ReadOnlyObjectProperty<TrainingPhase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** The run that is shown; empty before the first. */
  public ReadOnlyObjectProperty<Optional<RunFolder>> folderProperty() {
    return folder.getReadOnlyProperty();
  }

  /** The checkpoint that the run ended with; empty before it ended. */
  public ReadOnlyObjectProperty<Optional<Path>> encoderProperty() {
    return encoder.getReadOnlyProperty();
  }

  /** The loss of every step, and its average. */
  public ReadOnlyObjectProperty<List<Curve>> curvesProperty() {
    return curves.getReadOnlyProperty();
  }

  /** Share of what is under way, 0 to 1. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What goes on, in a few words; empty before anything did. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  private void drawn(double share) {
    tell(share, TrainingWords.DRAWING);
  }

  private void failed(String sentence) {
    phase.set(folder.get().isPresent() ? TrainingPhase.ENDED : TrainingPhase.READY);
    tell(0, sentence);
  }

  private void tell(double share, String sentence) {
    progress.set(share);
    words.set(sentence);
  }
}
