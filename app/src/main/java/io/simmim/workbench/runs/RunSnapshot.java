package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a run at one moment.
 *
 * @param started the newest start or resume
 * @param remaining time to the end at the present pace; empty before two steps and after the end
 * @param dataWait which share of its time it waited for data lately, in words; may be empty
 * @param bestLoss lowest mean loss of an epoch so far
 * @param validations one an epoch, in their order
 * @param task how far a task other than training has come
 * @param previews those of this run, oldest first, one per epoch
 */
public record RunSnapshot(
    Optional<RunEvent.Started> started,
    Optional<RunEvent.Step> step,
    Optional<RunEvent.Ended> ended,
    Optional<Duration> remaining,
    String dataWait,
    Optional<Double> bestLoss,
    TrainingCurves curves,
    List<RunEvent.Validation> validations,
    Optional<RunEvent.Progress> task,
    Optional<RunEvent.Throughput> throughput,
    List<RunEvent.Preview> previews,
    List<RunEvent.Checkpoint> checkpoints,
    List<String> warnings,
    List<String> notes) {

  public static final RunSnapshot EMPTY = new RunStory().snapshot();

  public RunSnapshot {
    validations = List.copyOf(validations);
    previews = List.copyOf(previews);
    checkpoints = List.copyOf(checkpoints);
    warnings = List.copyOf(warnings);
    notes = List.copyOf(notes);
  }

  /** Whether nothing was done yet that could be shown. */
  public boolean isSilent() {
    return step.isEmpty() && task.isEmpty() && validations.isEmpty() && throughput.isEmpty();
  }

  /** Optimizer steps of the whole run; 0 before it started, and where nothing is trained. */
  public long totalSteps() {
    return started.map(s -> (long) s.epochs() * s.stepsPerEpoch()).orElse(0L);
  }

  /** Steps done, counting from 1. */
  public long stepsDone() {
    return step.map(s -> s.step() + 1).orElse(0L);
  }

  /** Share of the run that is done, 0 to 1. */
  public double progress() {
    if (ended.filter(e -> e.outcome() == RunEvent.Outcome.FINISHED).isPresent()) {
      return 1;
    }
    if (step.isEmpty()) {
      return task.map(RunSnapshot::share).orElse(0.0);
    }
    return totalSteps() == 0 ? 0 : Math.min(1, (double) stepsDone() / totalSteps());
  }

  /** The checkpoint with the best accuracy after it; the newest one where none was measured. */
  public Optional<RunEvent.Checkpoint> bestCheckpoint() {
    return checkpoints.stream()
        .max(Comparator.comparingDouble(this::top1).thenComparingInt(RunEvent.Checkpoint::epoch));
  }

  /** The checkpoint of the last epoch. */
  public Optional<RunEvent.Checkpoint> newestCheckpoint() {
    return checkpoints.stream().max(Comparator.comparingInt(RunEvent.Checkpoint::epoch));
  }

  private double top1(RunEvent.Checkpoint checkpoint) {
    return validations.stream()
        .filter(validation -> validation.epoch() == checkpoint.epoch())
        .mapToDouble(RunEvent.Validation::top1)
        .findFirst()
        .orElse(-1);
  }

  private static double share(RunEvent.Progress task) {
    return task.total() == 0 ? 0 : Math.min(1, (double) task.done() / task.total());
  }
}
