package io.simmim.workbench.experiment;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.optim.LinearScaledLr;
import io.simmim.core.optim.LrSchedule;
import io.simmim.workbench.chart.Series;
import io.simmim.workbench.fx.InWords;
import java.util.List;

/**
 * The optimizer steps of a training on one device.
 *
 * @param perEpoch the last incomplete batch left out; 0 if images are unknown or too few
 * @param effectiveBatch images that one optimizer step sees
 * @param lr the learning rates, scaled to the effective batch
 * @param schedule learning rate over the epochs
 */
public record TrainingSteps(
    int perEpoch, long total, int effectiveBatch, LinearScaledLr lr, Series schedule) {

  private static final int CURVE_POINTS = 400;

  /** Stands in for the steps of an epoch while the number of images is unknown. */
  private static final int SOME_STEPS = 100;

  /**
   * @param images that are trained on, 0 if unknown
   */
  static TrainingSteps of(ExperimentConfig config, int images) {
    int accumulated = Math.max(1, config.train().accumulationSteps());
    int batches = images / config.data().batchSize();
    int steps = batches / accumulated;
    LinearScaledLr lr = LinearScaledLr.of(config, 1);
    return new TrainingSteps(
        steps,
        (long) steps * config.train().epochs(),
        config.data().batchSize() * accumulated,
        lr,
        schedule(config, lr, batches > 0 ? batches : SOME_STEPS));
  }

  List<Plan.Row> rows() {
    return List.of(
        new Plan.Row(
            "batch",
            "Effective batch",
            InWords.count(effectiveBatch),
            "Images that one optimizer step sees"),
        new Plan.Row("steps", "Steps", inWords(), "An epoch leaves out its last incomplete batch"),
        new Plan.Row(
            "lr",
            "Learning rate",
            InWords.rate(lr.base()),
            "After the warm-up: BASE_LR x effective batch / 512"));
  }

  private String inWords() {
    return perEpoch == 0
        ? InWords.NONE
        : InWords.count(total) + "  (" + InWords.count(perEpoch) + " per epoch)";
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
