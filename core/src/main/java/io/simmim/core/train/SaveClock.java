package io.simmim.core.train;

import io.simmim.core.config.ExperimentConfig;
import java.util.function.LongSupplier;

/**
 * When a checkpoint is due within an epoch: SAVE_STEPS optimizer steps or SAVE_MINUTES after the
 * last one, and some time after one that the disk refused. It counts elapsed time, so that a clock
 * that is set does not matter.
 */
final class SaveClock {

  private static final double NANOS_PER_MINUTE = 60e9;
  private static final long UNTIL_RETRY = (long) NANOS_PER_MINUTE;

  private final long steps;
  private final double nanos;
  private final LongSupplier time;
  private long stepsSince;
  private long savedAt;
  private boolean refused;
  private long refusedAt;

  /** {@code time} is elapsed nanoseconds, as of {@link System#nanoTime}. */
  SaveClock(ExperimentConfig config, LongSupplier time) {
    this.steps = config.saveSteps();
    this.nanos = config.saveMinutes() * NANOS_PER_MINUTE;
    this.time = time;
    saved();
  }

  /** An optimizer step was taken. */
  void stepped() {
    stepsSince++;
  }

  /** Everything up to here is on disk. */
  void saved() {
    stepsSince = 0;
    savedAt = time.getAsLong();
    refused = false;
  }

  /** The disk refused a checkpoint. */
  void refused() {
    refused = true;
    refusedAt = time.getAsLong();
  }

  /** Whether the disk refused the last one, and it is too early to try again. */
  boolean waits() {
    return refused && time.getAsLong() - refusedAt < UNTIL_RETRY;
  }

  boolean due() {
    if (refused) {
      return !waits();
    }
    boolean bySteps = steps > 0 && stepsSince >= steps;
    return bySteps || (nanos > 0 && time.getAsLong() - savedAt >= nanos);
  }
}
