package io.simmim.workbench.experiment;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.optim.LinearScaledLr;
import io.simmim.core.optim.LrSchedule;
import io.simmim.workbench.chart.Series;

/**
 * What a pre-training will do, worked out from its configuration.
 *
 * @param tokens tokens of one image in the first layer
 * @param hiddenTokens how many of them the mask hides in every image
 * @param realRatio ceil(n r) / n for n mask patches and the wanted ratio r
 * @param stepsPerEpoch optimizer steps, the last incomplete batch left out; 0 if images are unknown
 * @param effectiveBatch images that one optimizer step sees
 * @param lr the learning rates, scaled to the effective batch
 * @param schedule learning rate over the epochs
 */
public record Plan(
    int tokens,
    int hiddenTokens,
    double realRatio,
    int stepsPerEpoch,
    long totalSteps,
    int effectiveBatch,
    LinearScaledLr lr,
    Series schedule) {

  private static final int CURVE_POINTS = 400;

  /** Stands in for the steps of an epoch while the number of images is unknown. */
  private static final int SOME_STEPS = 100;

  /**
   * The plan on one device.
   *
   * @param images size of the data set, 0 if unknown
   * @throws IllegalArgumentException if the mask of the configuration does not fit its image
   */
  public static Plan of(ExperimentConfig config, int images) {
    MaskGenerator mask = mask(config);
    int cell = mask.maskPatchSize() / mask.modelPatchSize();
    int accumulated = Math.max(1, config.train().accumulationSteps());
    int batches = images / config.data().batchSize();
    int steps = batches / accumulated;
    LinearScaledLr lr = LinearScaledLr.of(config, 1);
    return new Plan(
        mask.gridSize() * mask.gridSize(),
        mask.hiddenMaskPatches() * cell * cell,
        mask.realRatio(),
        steps,
        (long) steps * config.train().epochs(),
        config.data().batchSize() * accumulated,
        lr,
        schedule(config, lr, batches > 0 ? batches : SOME_STEPS));
  }

  /** The masks that the configuration asks for. */
  public static MaskGenerator mask(ExperimentConfig config) {
    return new MaskGenerator(
        config.data().imgSize(),
        config.data().maskPatchSize(),
        config.model().patchSize(),
        config.data().maskRatio());
  }

  private static Series schedule(ExperimentConfig config, LinearScaledLr lr, int batches) {
    LrSchedule schedule = LrSchedule.of(config.train(), lr, batches);
    long total = (long) batches * config.train().epochs();
    double[] epochs = new double[CURVE_POINTS];
    double[] rates = new double[CURVE_POINTS];
    for (int i = 0; i < CURVE_POINTS; i++) {
      long step = (total - 1) * i / (CURVE_POINTS - 1);
      epochs[i] = (double) step / batches;
      rates[i] = schedule.afterStep(step, 1);
    }
    return Series.of(epochs, rates);
  }
}
