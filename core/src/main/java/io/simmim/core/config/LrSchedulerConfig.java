package io.simmim.core.config;

import java.util.List;

/**
 * Keys under {@code TRAIN.LR_SCHEDULER}.
 *
 * @param name {@code cosine}, {@code linear}, {@code step} or "multistep"
 * @param decayEpochs epochs between two drops of {@code step}
 * @param decayRate factor of each drop of {@code step}
 * @param gamma factor of each drop of "multistep"
 * @param multisteps epochs at which "multistep" drops, ascending
 */
public record LrSchedulerConfig(
    String name, int decayEpochs, double decayRate, double gamma, List<Integer> multisteps) {

  public LrSchedulerConfig {
    multisteps = List.copyOf(multisteps);
  }
}
