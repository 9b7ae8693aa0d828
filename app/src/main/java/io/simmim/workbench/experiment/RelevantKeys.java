package io.simmim.workbench.experiment;

import io.simmim.core.config.ConfigKey;
import io.simmim.core.config.ModelType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Which keys matter to a pre-training that is launched from the window. */
final class RelevantKeys {

  /** Said by the launch itself, not by the configuration. */
  private static final Set<String> LAUNCH =
      Set.of("DATA.DATA_PATH", "OUTPUT", "TAG", "MODEL.RESUME", "TRAIN.START_EPOCH", "LOCAL_RANK");

  /** Of fine-tuning and evaluation. */
  private static final Set<String> OTHER_STAGES =
      Set.of(
          "DATA.DATASET",
          "DATA.INTERPOLATION",
          "MODEL.NUM_CLASSES",
          "MODEL.LABEL_SMOOTHING",
          "TRAIN.LAYER_DECAY",
          "EVAL_MODE",
          "THROUGHPUT_MODE",
          "PRETRAINED");

  private static final List<String> OTHER_STAGE_SECTIONS = List.of("AUG.", "TEST.");

  private RelevantKeys() {}

  static boolean matters(ConfigKey key, ModelType model) {
    String path = key.path();
    return !LAUNCH.contains(path)
        && !OTHER_STAGES.contains(path)
        && OTHER_STAGE_SECTIONS.stream().noneMatch(path::startsWith)
        && Arrays.stream(ModelType.values())
            .noneMatch(type -> type != model && path.startsWith(type.keyPrefix()));
  }
}
