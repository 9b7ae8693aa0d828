package io.simmim.core.config;

import java.util.List;

/**
 * Keys under {@code TRAIN.LR_SCHEDULER}.
 *
 * @param name {@code cosine}, {@code linear}, {@code step} or "multistep"
 * @param decayEpochs epochs between two drops of {@code step}
 * @param decayRate factor of each drop of {@code step}
 * @param gamma factor of each drop of "multistep"
 * @param warmupPrefix whether the cosine starts after the warm-up and spans the rest of the run; if
 *     not, it spans the whole run and the warm-up hides its beginning
 * @param multisteps epochs at which "multistep" drops, ascending
 */
public record LrSchedulerConfig(
    String name,
    int decayEpochs,
    double decayRate,
    double gamma,
    boolean warmupPrefix,
    List<Integer> multisteps) {

  public LrSchedulerConfig {
    multisteps = List.copyOf(multisteps);
  }
}
