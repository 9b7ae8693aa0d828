package io.simmim.core.train;

import io.simmim.core.config.ExperimentConfig;
import java.util.ArrayList;
import java.util.List;

/** Keys that the official scripts obey and this trainer does not, so that nobody is misled. */
final class IgnoredSettings {

  private IgnoredSettings() {}

  /** One sentence for each that is set. */
  static List<String> in(ExperimentConfig config) {
    List<String> sentences = new ArrayList<>();
    if (config.train().useCheckpoint()) {
      sentences.add(
          "TRAIN.USE_CHECKPOINT is on, but activations are not recomputed here: the numbers are the"
              + " same, the memory needed is larger.");
    }
    String level = config.ampOptLevel();
    if (!level.isEmpty() && !level.equals("O0")) {
      sentences.add(
          "AMP_OPT_LEVEL is " + level + ", but training runs in float32 here, which is slower.");
    }
    return sentences;
  }
}
