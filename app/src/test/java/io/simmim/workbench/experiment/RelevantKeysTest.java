package io.simmim.workbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ConfigSchema;
import io.simmim.core.config.ModelType;
import io.simmim.workbench.launch.RunStage;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelevantKeysTest {

  @Test
  void masksBelongToPreTrainingAndAugmentationToFineTuning() {
    for (String key : List.of("DATA.MASK_RATIO", "MODEL.SIMMIM.NORM_TARGET.ENABLE")) {
      assertEquals(List.of(RunStage.PRETRAIN), stages(key), key);
    }
    for (String key : List.of("AUG.MIXUP", "MODEL.LABEL_SMOOTHING", "TRAIN.LAYER_DECAY")) {
      assertEquals(List.of(RunStage.FINETUNE), stages(key), key);
    }
    assertEquals(List.of(RunStage.FINETUNE, RunStage.EVALUATE), stages("TEST.CROP"));
    assertEquals(List.of(RunStage.PRETRAIN, RunStage.FINETUNE), stages("TRAIN.BASE_LR"));
    assertEquals(4, stages("DATA.BATCH_SIZE").size());
    assertEquals(List.of(), stages("PRETRAINED"), "chosen beside the form");
    assertEquals(List.of(RunStage.THROUGHPUT), stages("MODEL.NUM_CLASSES"), "else counted");
  }

  @Test
  void onlyTheSectionOfTheChosenEncoderMatters() {
    assertTrue(matters("MODEL.SWINV2.DEPTHS", ModelType.SWINV2, RunStage.FINETUNE));
    assertFalse(matters("MODEL.SWINV2.DEPTHS", ModelType.SWIN, RunStage.FINETUNE));
    assertFalse(matters("MODEL.SWIN.DEPTHS", ModelType.SWINV2, RunStage.FINETUNE));
    assertFalse(matters("MODEL.VIT.DEPTH", ModelType.SWIN, RunStage.FINETUNE));
  }

  private static List<RunStage> stages(String key) {
    return List.of(RunStage.values()).stream()
        .filter(stage -> matters(key, ModelType.SWIN, stage))
        .toList();
  }

  private static boolean matters(String key, ModelType model, RunStage stage) {
    return RelevantKeys.matters(ConfigSchema.official().find(key).orElseThrow(), model, stage);
  }
}
