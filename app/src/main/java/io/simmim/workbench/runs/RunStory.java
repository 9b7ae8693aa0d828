package io.simmim.workbench.runs;

import io.simmim.core.run.DataWait;
import io.simmim.core.run.RunEvent;
import io.simmim.workbench.launch.RunStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Adds up the events of a run to what a page shows of it. For one thread. */
final class RunStory {

  private final CurveBuilders curves = new CurveBuilders();
  private final TreeMap<Integer, RunEvent.Preview> previews = new TreeMap<>();
  private final TreeMap<Integer, RunEvent.Checkpoint> checkpoints = new TreeMap<>();
  private final EpochResults results = new EpochResults();
  private final List<String> warnings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Pace pace = new Pace();
  private DataWait waiting = new DataWait();
  private RunEvent.Started started;
  private RunEvent.Step step;
  private RunEvent.Progress task;
  private RunEvent.Ended ended;

  void tell(RunEvent event) {
    results.tell(event);
    if (event instanceof RunEvent.Step happened) {
      step = happened;
      task = null;
      curves.stepped(happened);
      pace.stepped(happened.time(), happened.step());
      waiting.add(happened);
    } else if (event instanceof RunEvent.Started happened) {
      tellStarted(happened);
    } else if (event instanceof RunEvent.Progress happened) {
      task = happened;
    } else if (event instanceof RunEvent.Checkpoint happened) {
      checkpoints.put(happened.epoch(), happened);
    } else if (event instanceof RunEvent.Pruned happened) {
      checkpoints.values().removeIf(saved -> happened.files().contains(saved.file()));
    } else if (event instanceof RunEvent.Preview happened) {
      previews.put(happened.epoch(), happened);
    } else if (event instanceof RunEvent.Ended happened) {
      ended = happened;
    } else {
      tellRemark(event);
    }
  }

  Optional<RunEvent.Ended> ended() {
    return Optional.ofNullable(ended);
  }

  RunSnapshot snapshot() {
    return new RunSnapshot(
        Optional.ofNullable(started),
        Optional.ofNullable(step),
        Optional.ofNullable(ended),
        ended == null ? remaining() : Optional.empty(),
        waiting.inWords(),
        results.bestLoss(),
        curves.view(),
        results.validations(),
        Optional.ofNullable(task),
        results.throughput(),
        List.copyOf(previews.values()),
        List.copyOf(checkpoints.values()),
        warnings,
        notes);
  }

  private Optional<Duration> remaining() {
    boolean countsImages = task != null && task.task().equals(RunStage.EVALUATE.command());
    if (step == null && countsImages && task.imagesPerSecond() > 0) {
      double seconds = (task.total() - task.done()) / task.imagesPerSecond();
      return Optional.of(Duration.ofMillis(Math.round(1000 * seconds)));
    }
    return pace.timeTo(started == null ? 0 : (long) started.epochs() * started.stepsPerEpoch());
  }

  private void tellStarted(RunEvent.Started happened) {
    started = happened;
    curves.started(happened);
    ended = null;
    task = null;
    pace = new Pace();
    waiting = new DataWait();
    // By step: a run that was stopped within an epoch goes on from what it saved there.
    previews.values().removeIf(preview -> preview.step() >= happened.startStep());
    checkpoints.values().removeIf(checkpoint -> checkpoint.step() >= happened.startStep());
  }

  private void tellRemark(RunEvent event) {
    if (event instanceof RunEvent.Warning happened) {
      warnings.add(happened.message());
    } else if (event instanceof RunEvent.Note happened) {
      notes.add(happened.message());
    } else if (event instanceof RunEvent.Skipped happened) {
      warnings.add(
          "%d images cannot be read so far; newly found: %s"
              .formatted(happened.count(), String.join(", ", happened.examples())));
    }
  }
}
