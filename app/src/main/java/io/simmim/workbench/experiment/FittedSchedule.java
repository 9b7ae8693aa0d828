package io.simmim.workbench.experiment;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.workbench.fx.InWords;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a preset's schedule is changed for the number of images: enough steps to learn in from few, a
 * time that a CPU can bear with many.
 *
 * @param batchSize images a step
 * @param epochs passes over all images
 */
public record FittedSchedule(int batchSize, int epochs, int stepsPerEpoch) {

  private static final int LEAST_STEPS = 1500;
  private static final int LEAST_STEPS_PER_EPOCH = 8;
  private static final long MOST_IMAGES_ON_CPU = 600_000;
  private static final int FEWEST_EPOCHS = 2;
  private static final int WARMUP_SHARE = 10;
  private static final int CHECKPOINTS = 10;

  /** The schedule for {@code images} images. */
  static FittedSchedule of(ExperimentConfig preset, int images, boolean gpu) {
    int batch = preset.data().batchSize();
    while (batch > 1 && images / batch < LEAST_STEPS_PER_EPOCH) {
      batch /= 2;
    }
    int steps = Math.max(1, images / batch);
    int epochs = Math.max(preset.train().epochs(), (LEAST_STEPS + steps - 1) / steps);
    if (!gpu) {
      epochs = (int) Math.min(epochs, Math.max(FEWEST_EPOCHS, MOST_IMAGES_ON_CPU / images));
    }
    return new FittedSchedule(batch, epochs, steps);
  }

  /** Values to change in the preset, by dotted path; none where it fits as it is. */
  public Map<String, String> changes(ExperimentConfig preset) {
    Map<String, String> changes = new LinkedHashMap<>();
    if (batchSize != preset.data().batchSize()) {
      changes.put("DATA.BATCH_SIZE", Integer.toString(batchSize));
    }
    if (epochs != preset.train().epochs()) {
      changes.put("TRAIN.EPOCHS", Integer.toString(epochs));
      changes.put("TRAIN.WARMUP_EPOCHS", Integer.toString(Math.max(1, epochs / WARMUP_SHARE)));
      changes.put("SAVE_FREQ", Integer.toString(Math.max(1, epochs / CHECKPOINTS)));
    }
    return changes;
  }

  /** The part of a sentence that says how long. */
  String inWords(ExperimentConfig preset) {
    String steps = InWords.count((long) epochs * stepsPerEpoch) + " steps";
    int usual = preset.train().epochs();
    String passes = " and " + InWords.count(epochs) + " epochs";
    if (epochs > usual) {
      return passes + " (more than usual, as few images make few steps: " + steps + ")";
    }
    return epochs < usual
        ? passes + " (fewer than usual, for a CPU: " + steps + ")"
        : passes + " of " + InWords.count(stepsPerEpoch) + " steps";
  }
}
