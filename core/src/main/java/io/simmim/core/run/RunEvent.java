package io.simmim.core.run;

import java.time.Instant;
import java.util.List;

/**
 * One line of {@code events.jsonl}, the append-only story of a run. {@code step} counts optimizer
 * steps from 0 over the whole run; {@code epoch} counts from 0, as the official log does.
 */
public sealed interface RunEvent {

  /** When it happened. */
  Instant time();

  /** Training begins, or goes on after a resume from {@code startEpoch}, {@code startStep}. */
  record Started(
      Instant time,
      String stage,
      int epochs,
      int stepsPerEpoch,
      int batchSize,
      int startEpoch,
      long startStep,
      int trainImages,
      long parameters,
      String device,
      String resumedFrom)
      implements RunEvent {}

  /**
   * One optimizer step.
   *
   * @param lr learning rate in force during this step
   * @param gradNorm 2-norm over all gradients before clipping
   * @param memoryMb peak resident memory on the CPU, peak device memory on a GPU, in MiB
   * @param dataSeconds part of {@code stepSeconds} spent waiting for the loader
   */
  record Step(
      Instant time,
      long step,
      int epoch,
      int stepInEpoch,
      double loss,
      double lr,
      double gradNorm,
      double imagesPerSecond,
      double stepSeconds,
      double dataSeconds,
      double memoryMb)
      implements RunEvent {}

  /** An epoch ended; {@code meanLoss} is the mean over its steps. */
  record Epoch(Instant time, int epoch, double meanLoss, double seconds) implements RunEvent {}

  /** A checkpoint is safely on disk under its final name, {@code file}, relative to the folder. */
  record Checkpoint(Instant time, int epoch, long step, String file) implements RunEvent {}

  /** The probe images were reconstructed from the weights after {@code epoch}. */
  record Preview(Instant time, int epoch, long step, int probes, double loss) implements RunEvent {}

  /** Something the user should know that did not stop the run. */
  record Warning(Instant time, String message) implements RunEvent {}

  /** Images left out of the data set, at most a page of them by name. */
  record Skipped(Instant time, int count, List<String> examples) implements RunEvent {
    public Skipped {
      examples = examples == null ? List.of() : List.copyOf(examples);
    }
  }

  /** The last event: how the run ended, and one sentence about it. */
  record Ended(Instant time, Outcome outcome, int epoch, long step, String message)
      implements RunEvent {}

  /** How a run can end by itself; a run that is gone without saying is crashed. */
  enum Outcome {
    FINISHED,
    STOPPED,
    FAILED
  }
}
