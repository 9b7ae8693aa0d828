package io.simmim.core.optim;

/**
 * Gradient accumulation as the official loop does it: the gradients of {@code steps} batches are
 * summed, each divided by {@code steps}; what is left at the end of an epoch is thrown away.
 *
 * @param steps batches per optimizer step, at least 1
 * @param stepsPerEpoch batches per epoch
 */
public record Accumulation(int steps, int stepsPerEpoch) {

  /** ACCUMULATION_STEPS of 0 and 1 both mean none. */
  public static Accumulation of(int configured, int stepsPerEpoch) {
    return new Accumulation(Math.max(1, configured), stepsPerEpoch);
  }

  /** Whether batch {@code index} of an epoch begins a sum. */
  public boolean begins(int index) {
    return index % steps == 0;
  }

  /** Whether the optimizer steps after batch {@code index} of an epoch. */
  public boolean completes(int index) {
    return (index + 1) % steps == 0;
  }

  /**
   * Global index of the last batch before (epoch, index) after which the optimizer stepped; -1 when
   * there was none.
   */
  public long lastUpdate(int epoch, int index) {
    int inEpoch = index / steps * steps;
    if (inEpoch > 0) {
      return (long) epoch * stepsPerEpoch + inEpoch - 1;
    }
    int perEpoch = stepsPerEpoch / steps * steps;
    return epoch == 0 || perEpoch == 0 ? -1 : (long) (epoch - 1) * stepsPerEpoch + perEpoch - 1;
  }
}
