package io.simmim.core.train;

import io.simmim.core.run.RunEvent.Step;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The steps of an epoch, from its first, as many as were run.
 *
 * @param warmup how many at its beginning count less, because batches were made ahead and code was
 *     not yet compiled
 * @param stepsPerEpoch of a whole epoch
 */
record Lap(List<Step> steps, int warmup, int stepsPerEpoch) {

  Lap {
    steps = List.copyOf(steps);
  }

  boolean isWhole() {
    return steps.size() == stepsPerEpoch;
  }

  /** The steps that tell how fast it goes on: at least one. */
  List<Step> settled() {
    int skipped = warmup < steps.size() ? warmup : Math.min(1, steps.size() - 1);
    return steps.subList(skipped, steps.size());
  }

  /**
   * Seconds of a whole epoch. What is missing of it is taken to be as fast as {@link #settled},
   * after the wait for its first batch, during which nothing is computed.
   */
  double epochSeconds() {
    if (isWhole()) {
      return sum(steps, Step::stepSeconds);
    }
    double fill = steps.get(0).dataSeconds() - mean(settled(), Step::dataSeconds);
    return Math.max(0, fill) + stepsPerEpoch * mean(settled(), Step::stepSeconds);
  }

  static double sum(List<Step> steps, ToDoubleFunction<Step> value) {
    return steps.stream().mapToDouble(value).sum();
  }

  private static double mean(List<Step> steps, ToDoubleFunction<Step> value) {
    return sum(steps, value) / steps.size();
  }
}
