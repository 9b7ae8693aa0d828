package io.simmim.workbench.learn;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunStatus;
import io.simmim.workbench.chart.Curve;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.runs.Accuracy;
import io.simmim.workbench.runs.FollowedRun;
import io.simmim.workbench.runs.Metric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/** The two fine-tunings of lesson 7, one after the other. */
public final class FinetuneViewModel {

  private static final String BOTH = "Both are finished.";

  private final Trainings trainings;
  private final ObservableValue<Optional<Path>> encoder;
  private final Map<Beginning, RunFolder> folders = new EnumMap<>(Beginning.class);
  private final Map<Beginning, FollowedRun> runs = new EnumMap<>(Beginning.class);
  private final ReadOnlyObjectWrapper<TrainingPhase> phase =
      new ReadOnlyObjectWrapper<>(this, "phase", TrainingPhase.READY);
  private final ReadOnlyObjectWrapper<List<RunFolder>> watched =
      new ReadOnlyObjectWrapper<>(this, "watched", List.of());
  private final ReadOnlyObjectWrapper<List<Curve>> curves =
      new ReadOnlyObjectWrapper<>(this, "curves", List.of());
  private final ReadOnlyObjectWrapper<List<Metric>> results =
      new ReadOnlyObjectWrapper<>(this, "results", List.of());
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 0);
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
  private Optional<Beginning> underWay = Optional.empty();

  /**
   * @param encoder the pre-trained checkpoint of lesson 6; empty before there is one
   */
  public FinetuneViewModel(Trainings trainings, ObservableValue<Optional<Path>> encoder) {
    this.trainings = trainings;
    this.encoder = encoder;
    showResults();
  }

  /** Trains from the encoder of lesson 6, then from scratch; without that encoder nothing. */
  public void start() {
    if (!phase.get().isBusy() && encoder.getValue().isPresent()) {
      folders.clear();
      runs.clear();
      showResults();
      begin(Beginning.PRETRAINED);
    }
  }

  /** Stops the run under way; the other one is not begun then. */
  public void stop() {
    if (phase.get() == TrainingPhase.DRAWING) {
      trainings.giveUp();
      end("");
    } else {
      underWay.map(folders::get).ifPresent(trainings::stop);
    }
  }

  /** Shows runs of an earlier day. */
  public void show(Map<Beginning, RunFolder> earlier) {
    if (!phase.get().isBusy()) {
      folders.putAll(earlier);
      watched.set(List.copyOf(folders.values()));
    }
  }

  /** Takes over what was found in the folder of a run, if it is one of the two. */
  public void apply(FollowedRun now) {
    for (Map.Entry<Beginning, RunFolder> entry : folders.entrySet()) {
      if (entry.getValue().equals(now.folder())) {
        runs.put(entry.getKey(), now);
        showResults();
        if (underWay.isEmpty() && bothFinished()) {
          words.set(BOTH);
        }
        underWay.filter(entry.getKey()::equals).ifPresent(is -> goOn(now));
      }
    }
  }

  public ReadOnlyObjectProperty<TrainingPhase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** The runs that are shown; at most two. */
  public ReadOnlyObjectProperty<List<RunFolder>> watchedProperty() {
    return watched.getReadOnlyProperty();
  }

  /** Accuracy over the epochs, the run from the encoder first. */
  public ReadOnlyObjectProperty<List<Curve>> curvesProperty() {
    return curves.getReadOnlyProperty();
  }

  /** The newest accuracy of each. */
  public ReadOnlyObjectProperty<List<Metric>> resultsProperty() {
    return results.getReadOnlyProperty();
  }

  /** Share of both runs together, 0 to 1. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What goes on, in a few words; empty before anything did. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  private void begin(Beginning beginning) {
    underWay = Optional.of(beginning);
    phase.set(TrainingPhase.DRAWING);
    words.set(TrainingWords.DRAWING);
    Optional<Path> weights =
        beginning == Beginning.PRETRAINED ? encoder.getValue() : Optional.empty();
    trainings.start(
        new Trainings.Order(RunStage.FINETUNE, beginning.tag(), weights),
        share -> progress.set(0),
        folder -> launched(beginning, folder),
        this::end);
  }

  private void launched(Beginning beginning, RunFolder folder) {
    folders.put(beginning, folder);
    watched.set(List.copyOf(folders.values()));
    phase.set(TrainingPhase.RUNNING);
    words.set(beginning.title() + ": " + TrainingWords.STARTING);
  }

  private void goOn(FollowedRun now) {
    Beginning which = underWay.orElseThrow();
    int before = which.ordinal();
    progress.set((before + now.snapshot().progress()) / Beginning.values().length);
    words.set(which.title() + ": " + TrainingWords.of(now));
    if (now.status() == RunStatus.FINISHED && which == Beginning.PRETRAINED) {
      begin(Beginning.SCRATCH);
    } else if (now.status() != RunStatus.RUNNING) {
      end(now.status() == RunStatus.FINISHED ? BOTH : words.get());
    }
  }

  private boolean bothFinished() {
    return runs.size() == Beginning.values().length
        && runs.values().stream().allMatch(run -> run.status() == RunStatus.FINISHED);
  }

  private void end(String sentence) {
    underWay = Optional.empty();
    phase.set(folders.isEmpty() ? TrainingPhase.READY : TrainingPhase.ENDED);
    words.set(sentence);
  }

  private void showResults() {
    List<Curve> lines = new ArrayList<>();
    List<Metric> numbers = new ArrayList<>();
    for (Beginning beginning : Beginning.values()) {
      List<RunEvent.Validation> all =
          Optional.ofNullable(runs.get(beginning))
              .map(run -> run.snapshot().validations())
              .orElse(List.of());
      lines.add(
          Curve.points(
              beginning.title(),
              Accuracy.overEpochs(all, RunEvent.Validation::top1),
              beginning.tone()));
      numbers.add(
          new Metric(
              beginning.tag(),
              beginning.title() + epoch(all),
              Accuracy.last(all).map(now -> InWords.percent(now.top1())).orElse(InWords.NONE),
              18));
    }
    curves.set(lines);
    results.set(numbers);
  }

  private static String epoch(List<RunEvent.Validation> all) {
    return Accuracy.last(all).map(now -> ", epoch " + (now.epoch() + 1)).orElse("");
  }
}
