package io.simmim.workbench.experiment;

import io.simmim.core.config.ConfigKey;
import io.simmim.core.config.ModelType;
import io.simmim.workbench.launch.RunStage;
import java.util.List;

/** Which keys matter to a stage that is launched from the window. */
public final class RelevantKeys {

  /** Said by the launch itself, not by the configuration. */
  private static final List<String> LAUNCH =
      List.of(
          "DATA.DATA_PATH",
          "DATA.DATASET",
          "OUTPUT",
          "TAG",
          "MODEL.RESUME",
          "PRETRAINED",
          "TRAIN.START_EPOCH",
          "LOCAL_RANK",
          "EVAL_MODE",
          "THROUGHPUT_MODE");

  private static final List<String> MASKING = List.of("DATA.MASK_", "MODEL.SIMMIM.");
  private static final List<String> AUGMENTATION =
      List.of("AUG.", "MODEL.LABEL_SMOOTHING", "TRAIN.LAYER_DECAY");
  private static final List<String> CLASSIFIER = List.of("MODEL.SWINV2.PRETRAINED_WINDOW_SIZES");

  /** Taken from the images or the checkpoint where there are any. */
  private static final List<String> CLASSES = List.of("MODEL.NUM_CLASSES");

  private static final List<String> EVALUATION = List.of("TEST.", "DATA.INTERPOLATION");
  private static final List<String> TRAINING =
      List.of(
          "TRAIN.", "SAVE_", "KEEP_", "MODEL.DROP_", "DATA.CACHE_MODE", "DATA.PIN_MEMORY", "SEED");
  private static final List<String> READING =
      List.of("DATA.NUM_WORKERS", "DATA.EXIF_ROTATE", "PRINT_FREQ");

  private RelevantKeys() {}

  /** Whether a run of that stage reads the key, and the launch does not set it anyway. */
  public static boolean matters(ConfigKey key, ModelType model, RunStage stage) {
    String path = key.path();
    return !LAUNCH.contains(path) && isOf(model, path) && isOf(stage, path);
  }

  private static boolean isOf(ModelType model, String path) {
    for (ModelType other : ModelType.values()) {
      boolean section = path.startsWith(other.keyPrefix());
      if (section && other != model) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOf(RunStage stage, String path) {
    return switch (stage) {
      case PRETRAIN -> !in(path, CLASSIFIER, CLASSES, AUGMENTATION, EVALUATION);
      case FINETUNE -> !in(path, MASKING, CLASSES);
      case EVALUATE -> !in(path, MASKING, CLASSES, AUGMENTATION, TRAINING);
      case THROUGHPUT -> !in(path, MASKING, AUGMENTATION, TRAINING, EVALUATION, READING);
    };
  }

  @SafeVarargs
  private static boolean in(String path, List<String>... groups) {
    for (List<String> group : groups) {
      if (group.stream().anyMatch(path::startsWith)) {
        return true;
      }
    }
    return false;
  }
}
