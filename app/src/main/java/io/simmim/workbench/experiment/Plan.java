package io.simmim.workbench.experiment;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.mask.MaskGenerator;

/**
 * What a pre-training will do, worked out from its configuration.
 *
 * @param tokens tokens of one image in the first layer
 * @param hiddenTokens how many of them the mask hides in every image
 * @param realRatio ceil(n r) / n for n mask patches and the wanted ratio r
 * @param stepsPerEpoch optimizer steps, the last incomplete batch left out; 0 if images are unknown
 * @param effectiveBatch images that one optimizer step sees
 * @param baseLr learning rate after warm-up: BASE_LR times the effective batch over 512
 */
public record Plan(
    int tokens,
    int hiddenTokens,
    double realRatio,
    int stepsPerEpoch,
    long totalSteps,
    int effectiveBatch,
    double baseLr,
    double warmupLr,
    double minLr) {

  private static final double REFERENCE_BATCH = 512;

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
    int batch = config.data().batchSize() * accumulated;
    int steps = images / config.data().batchSize() / accumulated;
    double scale = batch / REFERENCE_BATCH;
    return new Plan(
        mask.gridSize() * mask.gridSize(),
        mask.hiddenMaskPatches() * cell * cell,
        mask.realRatio(),
        steps,
        (long) steps * config.train().epochs(),
        batch,
        config.train().baseLr() * scale,
        config.train().warmupLr() * scale,
        config.train().minLr() * scale);
  }

  /** The masks that the configuration asks for. */
  public static MaskGenerator mask(ExperimentConfig config) {
    return new MaskGenerator(
        config.data().imgSize(),
        config.data().maskPatchSize(),
        config.model().patchSize(),
        config.data().maskRatio());
  }
}
