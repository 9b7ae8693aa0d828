package io.simmim.core.config;

import java.util.List;

/**
 * Keys under {@code TRAIN.LR_SCHEDULER}.
 *
 * @param name cosine, linear, step or multistep
 * @param decayEpochs epochs between two drops of the step schedule
 * @param decayRate factor of each drop of the step schedule
 * @param gamma factor of each drop of the multistep schedule
 * @param multisteps epochs at which the multistep schedule drops, ascending
 */
public record LrSchedulerConfig(
    String name, int decayEpochs, double decayRate, double gamma, List<Integer> multisteps) {

  public LrSchedulerConfig {
    multisteps = List.copyOf(multisteps);
  }
}
