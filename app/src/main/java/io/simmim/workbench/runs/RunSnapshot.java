package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.chart.Series;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a run at one moment. Curves are over optimizer steps.
 *
 * @param started the newest start or resume
 * @param remaining time to the end at the present pace; empty before two steps and after the end
 * @param bestLoss lowest mean loss of an epoch so far
 * @param previews those of this run, oldest first, one per epoch
 */
public record RunSnapshot(
    Optional<RunEvent.Started> started,
    Optional<RunEvent.Step> step,
    Optional<RunEvent.Ended> ended,
    Optional<Duration> remaining,
    Optional<Double> bestLoss,
    Series loss,
    Series learningRate,
    Series gradientNorm,
    List<RunEvent.Preview> previews,
    List<RunEvent.Checkpoint> checkpoints,
    List<String> warnings) {

  public static final RunSnapshot EMPTY = new RunStory().snapshot();

  public RunSnapshot {
    previews = List.copyOf(previews);
    checkpoints = List.copyOf(checkpoints);
    warnings = List.copyOf(warnings);
  }

  /** Optimizer steps of the whole run; 0 before it started. */
  public long totalSteps() {
    return started.map(s -> (long) s.epochs() * s.stepsPerEpoch()).orElse(0L);
  }

  /** Steps done, counting from 1. */
  public long stepsDone() {
    return step.map(s -> s.step() + 1).orElse(0L);
  }

  /** Share of the run that is done, 0 to 1. */
  public double progress() {
    return totalSteps() == 0 ? 0 : Math.min(1, (double) stepsDone() / totalSteps());
  }
}
