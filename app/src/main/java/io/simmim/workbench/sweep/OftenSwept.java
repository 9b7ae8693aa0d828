package io.simmim.workbench.sweep;

import io.simmim.workbench.launch.RunStage;
import java.util.List;

/** The keys that are tried out most, by stage. */
final class OftenSwept {

  /** Its runs differ by chance only: they show how much of a difference is noise. */
  static final String SEED = "SEED";

  static final String SEEDS = "0, 1, 2";

  private OftenSwept() {}

  /** Dotted paths. */
  static List<String> at(RunStage stage) {
    return switch (stage) {
      case PRETRAIN ->
          List.of("DATA.MASK_RATIO", "DATA.MASK_PATCH_SIZE", "TRAIN.BASE_LR", "TRAIN.EPOCHS", SEED);
      case FINETUNE -> List.of("TRAIN.BASE_LR", "TRAIN.LAYER_DECAY", "MODEL.DROP_PATH_RATE", SEED);
      case EVALUATE, THROUGHPUT -> List.of("DATA.IMG_SIZE", "DATA.BATCH_SIZE");
    };
  }
}
