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

  /**
   * Work begins, or goes on after a resume from {@code startEpoch}, {@code startStep}.
   *
   * @param stage {@code pretrain}, {@code finetune}, {@code evaluate} or {@code throughput}; the
   *     last two have one epoch
   */
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
   * @param residentMb resident memory of the process after the step, in MiB; 0 when unknown
   * @param heapMb part of it that Java's objects and garbage fill, in MiB; 0 when unknown
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
      double memoryMb,
      double residentMb,
      double heapMb)
      implements RunEvent {

    /** A step of which only the peak of memory is known. */
    public Step(
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
        double memoryMb) {
      this(
          time,
          step,
          epoch,
          stepInEpoch,
          loss,
          lr,
          gradNorm,
          imagesPerSecond,
          stepSeconds,
          dataSeconds,
          memoryMb,
          0,
          0);
    }
  }

  /**
   * An epoch ended.
   *
   * @param meanLoss mean over its steps
   * @param skippedSteps of them, those after which the weights were left alone, see {@link
   *     NotFinite}; since the resume, when it was resumed
   */
  record Epoch(Instant time, int epoch, double meanLoss, double seconds, int skippedSteps)
      implements RunEvent {

    /** One without such steps. */
    public Epoch(Instant time, int epoch, double meanLoss, double seconds) {
      this(time, epoch, meanLoss, seconds, 0);
    }
  }

  /**
   * Loss or gradients of a step were not finite, so the weights were left alone.
   *
   * @param inARow how many such steps came one after the other, this one included
   * @param images the batch, as paths below the folder of the images
   */
  record NotFinite(
      Instant time,
      int epoch,
      int stepInEpoch,
      double loss,
      double gradNorm,
      int inARow,
      List<String> images)
      implements RunEvent {
    public NotFinite {
      images = images == null ? List.of() : List.copyOf(images);
    }
  }

  /** A checkpoint is safely on disk under its final name, {@code file}, relative to the folder. */
  record Checkpoint(Instant time, int epoch, long step, String file) implements RunEvent {}

  /** Checkpoints were deleted, because newer or better ones are there; names in the folder. */
  record Pruned(Instant time, List<String> files) implements RunEvent {
    public Pruned {
      files = files == null ? List.of() : List.copyOf(files);
    }
  }

  /** The probe images were reconstructed from the weights after {@code epoch}. */
  record Preview(Instant time, int epoch, long step, int probes, double loss) implements RunEvent {}

  /**
   * A classifier was measured on the validation images, each counted exactly once.
   *
   * @param epoch last epoch trained, or the checkpoint's in an evaluation; -1 when unknown
   * @param step last step trained, or -1
   * @param loss mean cross entropy
   * @param top1 images whose class got the highest score, in percent
   * @param top5 images whose class is among the five highest scores, in percent
   * @param bestTop1 highest top-1 of the run so far, this one included
   */
  record Validation(
      Instant time,
      int epoch,
      long step,
      int images,
      double loss,
      double top1,
      double top5,
      double bestTop1,
      double seconds)
      implements RunEvent {}

  /**
   * How far a task other than training has come.
   *
   * @param task what is done, in a word, such as {@code evaluate}
   * @param done images or iterations so far
   * @param imagesPerSecond over the task so far
   */
  record Progress(Instant time, String task, long done, long total, double imagesPerSecond)
      implements RunEvent {}

  /**
   * The speed of a classifier's forward pass.
   *
   * @param seconds that the timed iterations took together
   * @param memoryMb peak, see {@link Step}
   */
  record Throughput(
      Instant time,
      int batchSize,
      int iterations,
      double seconds,
      double imagesPerSecond,
      double memoryMb)
      implements RunEvent {}

  /** Something worth knowing that is as it should be. */
  record Note(Instant time, String message) implements RunEvent {}

  /** Something the user should know that did not stop the run. */
  record Warning(Instant time, String message) implements RunEvent {}

  /**
   * Images left out of the data set.
   *
   * @param count so far
   * @param examples those of them that were not named before, at most a page, with the reasons
   */
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
