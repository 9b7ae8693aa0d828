package io.simmim.core.optim;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.TrainConfig;

/**
 * Learning rates for the effective batch: the configured ones count for 512 images a step.
 *
 * @param base after warm-up
 * @param warmup at step 0
 * @param min at the end of a cosine
 */
public record LinearScaledLr(double base, double warmup, double min) {

  /** {@code main_simmim.py}: times batch size, world size and accumulation steps, over 512. */
  public static LinearScaledLr of(ExperimentConfig config, int worldSize) {
    TrainConfig train = config.train();
    int accumulation = Math.max(1, train.accumulationSteps());
    return new LinearScaledLr(
        scale(train.baseLr(), config.data().batchSize(), worldSize, accumulation),
        scale(train.warmupLr(), config.data().batchSize(), worldSize, accumulation),
        scale(train.minLr(), config.data().batchSize(), worldSize, accumulation));
  }

  // In the official order of operations, so that the doubles are the same.
  private static double scale(double lr, int batchSize, int worldSize, int accumulation) {
    return lr * batchSize * worldSize / 512.0 * accumulation;
  }
}
