package io.simmim.core.run;

import java.util.List;

/**
 * What a training will cost on this machine, as its first steps tell.
 *
 * @param stage as in {@link RunEvent.Started#stage}
 * @param device {@code cpu} or {@code cuda:N}
 * @param images that are trained on
 * @param parameters trainable scalars
 * @param batchSize images in a step
 * @param stepsPerEpoch batches in an epoch
 * @param remarks sentences about what is not as it may seem
 */
public record Estimate(
    String stage,
    String device,
    int images,
    long parameters,
    int batchSize,
    int stepsPerEpoch,
    Steps steps,
    Duration duration,
    Memory memory,
    Disk disk,
    List<String> remarks) {

  public Estimate {
    remarks = List.copyOf(remarks);
  }

  /**
   * Steps as they are once the training has settled.
   *
   * @param measured how many of them
   * @param medianSeconds of one batch, forward to optimizer, with the waiting for it
   * @param imagesPerSecond over all of them
   * @param waitingShare part of the time that was spent waiting for the loader, 0 to 1
   */
  public record Steps(
      int measured,
      double medianSeconds,
      double minSeconds,
      double maxSeconds,
      double imagesPerSecond,
      double waitingShare) {}

  /**
   * Time in seconds.
   *
   * @param epochs to train
   * @param start until the first step: engine, model, list of images
   * @param firstEpoch whose images are decoded
   * @param laterEpoch each of the others, for which decoded images are kept as far as memory goes
   * @param firstEvaluation after the first epoch; 0 where nothing is evaluated
   * @param laterEvaluation after each of the others
   * @param save one checkpoint with its previews
   * @param saves how often
   */
  public record Duration(
      int epochs,
      double start,
      double firstEpoch,
      double laterEpoch,
      double firstEvaluation,
      double laterEvaluation,
      double save,
      int saves) {

    /** From the start to the last checkpoint. */
    public double wholeRun() {
      double first = firstEpoch + firstEvaluation;
      double later = laterEpoch + laterEvaluation;
      return start + first + Math.max(0, epochs - 1) * later + saves * save;
    }
  }

  /**
   * Memory in MiB: of the process when training on the CPU, of the device when training on a GPU.
   *
   * @param measuredMb the most that was in use
   * @param imagesMb what decoded images will take beyond that in the course of the first epoch
   * @param heapMb what the Java heap will take beyond that in the first minutes
   * @param totalMb what the machine or the device has; 0 when unknown
   */
  public record Memory(double measuredMb, double imagesMb, double heapMb, double totalMb) {

    /** The most that will be in use. */
    public double expectedMb() {
      return measuredMb + imagesMb + heapMb;
    }
  }

  /**
   * Checkpoints on disk; none is ever deleted.
   *
   * @param checkpointBytes of one
   * @param checkpoints of the whole run
   * @param freeBytes where the run will be written; -1 when unknown
   */
  public record Disk(long checkpointBytes, int checkpoints, long freeBytes) {

    public long bytes() {
      return checkpointBytes * checkpoints;
    }

    /** Whether there is room for all of them, as far as known. */
    public boolean fits() {
      return freeBytes < 0 || bytes() < freeBytes;
    }
  }
}
