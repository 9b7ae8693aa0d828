package io.simmim.core.train;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.ConfigException;
import io.simmim.core.image.RgbImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Official keys that pre-training does not follow. Those that would change the result are refused;
 * those that only change speed, memory or rounding are passed over, and said.
 */
final class KeySupport {

  private KeySupport() {}

  /** Refuses what would train something else than the configuration says. */
  static void check(ExperimentConfig config) throws ConfigException {
    String optimizer = config.train().optimizer().name();
    if (!optimizer.equals("adamw")) {
      throw new ConfigException(
          "TRAIN.OPTIMIZER.NAME is %s, but pre-training has only adamw: set it to adamw."
              .formatted(optimizer));
    }
    int channels = config.model().inChans();
    if (channels != RgbImage.CHANNELS) {
      throw new ConfigException(
          "IN_CHANS is %d, but pictures have %d channels: set it to %d."
              .formatted(channels, RgbImage.CHANNELS, RgbImage.CHANNELS));
    }
  }

  /** A sentence for each key that is passed over. */
  static List<String> passedOver(ExperimentConfig config) {
    List<String> sentences = new ArrayList<>();
    if (config.train().useCheckpoint()) {
      sentences.add(
          "TRAIN.USE_CHECKPOINT is passed over: activations are kept, which takes more memory.");
    }
    String level = config.ampOptLevel();
    if (!level.isEmpty() && !level.equals("O0")) {
      sentences.add("AMP_OPT_LEVEL %s is passed over: computed in float32.".formatted(level));
    }
    return sentences;
  }
}
