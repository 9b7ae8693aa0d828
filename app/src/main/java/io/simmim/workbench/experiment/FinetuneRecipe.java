package io.simmim.workbench.experiment;

import io.simmim.core.config.ExperimentConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes a configuration for fine-tuning of one for pre-training: the learning rates, layer decay
 * and number of epochs of the official {@code simmim_finetune__swin_base__img224_window7__800ep},
 * the encoder as it was.
 */
final class FinetuneRecipe {

  private static final int MOST_EPOCHS = 100;
  private static final int WARMUP_SHARE = 5;

  private FinetuneRecipe() {}

  /** Values to change, by dotted path, in a form's words. */
  static Map<String, String> changes(ExperimentConfig pretraining) {
    int epochs = Math.min(MOST_EPOCHS, pretraining.train().epochs());
    Map<String, String> changes = new LinkedHashMap<>();
    changes.put("MODEL.NAME", name(pretraining.model().name()));
    changes.put("TRAIN.EPOCHS", Integer.toString(epochs));
    changes.put("TRAIN.WARMUP_EPOCHS", Integer.toString(epochs / WARMUP_SHARE));
    changes.put("TRAIN.BASE_LR", "1.25e-3");
    changes.put("TRAIN.WARMUP_LR", "2.5e-7");
    changes.put("TRAIN.MIN_LR", "2.5e-7");
    changes.put("TRAIN.LAYER_DECAY", "0.9");
    changes.put("TRAIN.LR_SCHEDULER.NAME", "cosine");
    return changes;
  }

  private static String name(String pretraining) {
    return pretraining.contains("pretrain")
        ? pretraining.replace("pretrain", "finetune")
        : pretraining + "__finetune";
  }
}
