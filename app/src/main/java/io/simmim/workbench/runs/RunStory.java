package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.chart.SeriesBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Adds up the events of a run to what a page shows of it. For one thread. */
final class RunStory {

  private final SeriesBuilder loss = new SeriesBuilder();
  private final SeriesBuilder learningRate = new SeriesBuilder();
  private final SeriesBuilder gradientNorm = new SeriesBuilder();
  private final TreeMap<Integer, RunEvent.Preview> previews = new TreeMap<>();
  private final TreeMap<Integer, RunEvent.Checkpoint> checkpoints = new TreeMap<>();
  private final EpochLosses epochLosses = new EpochLosses();
  private final List<String> warnings = new ArrayList<>();
  private Pace pace = new Pace();
  private RunEvent.Started started;
  private RunEvent.Step step;
  private RunEvent.Ended ended;

  void tell(RunEvent event) {
    epochLosses.tell(event);
    if (event instanceof RunEvent.Step happened) {
      tellStep(happened);
    } else if (event instanceof RunEvent.Started happened) {
      tellStarted(happened);
    } else if (event instanceof RunEvent.Checkpoint happened) {
      checkpoints.put(happened.epoch(), happened);
    } else if (event instanceof RunEvent.Preview happened) {
      previews.put(happened.epoch(), happened);
    } else if (event instanceof RunEvent.Ended happened) {
      ended = happened;
    } else {
      tellTrouble(event);
    }
  }

  Optional<RunEvent.Ended> ended() {
    return Optional.ofNullable(ended);
  }

  RunSnapshot snapshot() {
    long total = started == null ? 0 : (long) started.epochs() * started.stepsPerEpoch();
    return new RunSnapshot(
        Optional.ofNullable(started),
        Optional.ofNullable(step),
        Optional.ofNullable(ended),
        ended == null ? pace.timeTo(total) : Optional.empty(),
        epochLosses.best(),
        loss.view(),
        learningRate.view(),
        gradientNorm.view(),
        List.copyOf(previews.values()),
        List.copyOf(checkpoints.values()),
        warnings);
  }

  private void tellStep(RunEvent.Step happened) {
    step = happened;
    loss.add(happened.step(), happened.loss());
    learningRate.add(happened.step(), happened.lr());
    gradientNorm.add(happened.step(), happened.gradNorm());
    pace.stepped(happened.time(), happened.step());
  }

  private void tellStarted(RunEvent.Started happened) {
    started = happened;
    ended = null;
    pace = new Pace();
    previews.tailMap(happened.startEpoch()).clear();
    checkpoints.tailMap(happened.startEpoch()).clear();
  }

  private void tellTrouble(RunEvent event) {
    if (event instanceof RunEvent.Warning happened) {
      warnings.add(happened.message());
    } else if (event instanceof RunEvent.Skipped happened) {
      warnings.add(
          happened.count() + " images cannot be read: " + String.join(", ", happened.examples()));
    }
  }
}
