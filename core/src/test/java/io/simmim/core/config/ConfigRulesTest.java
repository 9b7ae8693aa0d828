package io.simmim.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "MODEL: {SWIN: {DEPTHS: [2, 2, 2]}}; MODEL.SWIN.DEPTHS; equally long",
        "MODEL: {SWIN: {EMBED_DIM: 97}}; MODEL.SWIN.EMBED_DIM; share evenly",
        "DATA: {IMG_SIZE: 80}; DATA.IMG_SIZE; multiple of PATCH_SIZE",
        "DATA: {IMG_SIZE: 192}; DATA.IMG_SIZE; do not tile a stage of 48",
        "MODEL: {TYPE: vit, VIT: {NUM_HEADS: 7}}; MODEL.VIT.NUM_HEADS; divisor of 768",
        "MODEL: {TYPE: vit, VIT: {PATCH_SIZE: 15}}; MODEL.VIT.PATCH_SIZE; multiple of PATCH_SIZE",
        "MODEL: {TYPE: vit, VIT: {PATCH_SIZE: 1, USE_SHARED_RPB: true}}; MODEL.VIT.PATCH_SIZE; at most 215",
        "TRAIN: {EPOCHS: 10}; TRAIN.EPOCHS; warm-up of 20",
        "TRAIN: {START_EPOCH: 301}; TRAIN.START_EPOCH; at most EPOCHS",
        "TRAIN: {LR_SCHEDULER: {NAME: multistep}}; TRAIN.LR_SCHEDULER.NAME; at least one epoch",
        "TRAIN: {LR_SCHEDULER: {NAME: multistep, MULTISTEPS: [90, 50]}};"
            + " TRAIN.LR_SCHEDULER.MULTISTEPS; ascending",
        "TRAIN: {LR_SCHEDULER: {NAME: multistep, MULTISTEPS: [10, 50]}};"
            + " TRAIN.LR_SCHEDULER.MULTISTEPS; inside the warm-up",
        "MODEL: {TYPE: swinv2, SWINV2: {DEPTHS: [2, 2, 2]}}; MODEL.SWINV2.DEPTHS; equally long",
        "MODEL: {TYPE: swinv2, SWINV2: {EMBED_DIM: 97}}; MODEL.SWINV2.EMBED_DIM; share evenly",
        "MODEL: {TYPE: swinv2, SWINV2: {WINDOW_SIZE: 6}}; MODEL.SWINV2.WINDOW_SIZE; do not tile",
        "MODEL: {SIMMIM: {NORM_TARGET: {ENABLE: true, PATCH_SIZE: 46}}};"
            + " MODEL.SIMMIM.NORM_TARGET.PATCH_SIZE; for example 47",
        "TRAIN: {EPOCHS: 20, LR_SCHEDULER: {WARMUP_PREFIX: true}}; TRAIN.EPOCHS; no cosine",
        "TRAIN: {OPTIMIZER: {NAME: sgd, MOMENTUM: 0}}; TRAIN.OPTIMIZER.MOMENTUM; above 0",
        "TAG: a/../../b; TAG; out of the output folder",
        "MODEL: {NAME: /tmp/x}; MODEL.NAME; out of the output folder",
        "AUG: {CUTMIX_MINMAX: [0.8, 0.2]}; AUG.CUTMIX_MINMAX; swap"
      })
  void valuesThatDoNotFitTogetherAreRefused(String yaml, String key, String words) {
    List<ConfigFault> faults = Sample.yaml(yaml).faults();
    assertEquals(1, faults.size(), faults.toString());
    assertEquals(key, faults.get(0).key());
    assertEquals(1, faults.get(0).line());
    assertTrue(faults.get(0).message().contains(words), faults.get(0).message());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "DATA: {MASK_PATCH_SIZE: 48}; DATA.MASK_PATCH_SIZE; do not tile",
        "DATA: {MASK_PATCH_SIZE: 14}; DATA.MASK_PATCH_SIZE; patches of 4",
        "DATA: {MASK_RATIO: 0.99}; DATA.MASK_RATIO; hides all 49",
        "DATA: {MASK_PATCH_SIZE: 224}; DATA.MASK_PATCH_SIZE; hides all 1"
      })
  void pretrainingAsksForMoreThanOtherUses(String yaml, String key, String words) {
    ConfigResult general = Sample.yaml(yaml);
    assertEquals(List.of(), general.faults());
    List<ConfigFault> faults = general.forPretraining().faults();
    assertEquals(1, faults.size(), faults.toString());
    assertEquals(key, faults.get(0).key());
    assertTrue(faults.get(0).message().contains(words), faults.get(0).message());
    assertEquals(1, PretrainingRules.check(general.draft()).size());
  }

  @Test
  void oneVisibleSquareIsEnough() {
    String yaml =
        "DATA: {IMG_SIZE: 192, MASK_PATCH_SIZE: 64, MASK_RATIO: %s}\nMODEL: {SWIN: {WINDOW_SIZE: 6}}";
    assertEquals(List.of(), Sample.yaml(yaml.formatted(0.88)).forPretraining().faults());
    assertEquals(1, Sample.yaml(yaml.formatted(0.9)).forPretraining().faults().size());
  }

  @Test
  void aRuleSaysNothingAboutAValueThatCouldNotBeRead() {
    List<String> faults = Sample.lines(Sample.yaml("TRAIN: {EPOCHS: 10, WARMUP_EPOCHS: many}"));
    assertEquals(1, faults.size());
    assertTrue(faults.get(0).contains("\"many\""));
  }

  @Test
  void rulesOfTheOtherEncoderAreSilent() {
    assertEquals(List.of(), Sample.yaml("MODEL: {TYPE: vit, SWIN: {EMBED_DIM: 97}}").faults());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "MODEL: {NUM_CLASSES: 0}; MODEL.NUM_CLASSES; needs classes",
        "MODEL: {TYPE: swinv2, SWINV2: {PRETRAINED_WINDOW_SIZES: [6, 6]}};"
            + " MODEL.SWINV2.PRETRAINED_WINDOW_SIZES; each of the 4 stages"
      })
  void classifiersAskForMoreThanPretraining(String yaml, String key, String words) {
    ConfigResult general = Sample.yaml(yaml);
    assertEquals(List.of(), general.forPretraining().faults());
    for (ConfigResult stage : List.of(general.forFinetuning(), general.forEvaluation())) {
      assertEquals(1, stage.faults().size());
      assertEquals(key, stage.faults().get(0).key());
      assertTrue(stage.faults().get(0).message().contains(words), stage.faults().toString());
    }
  }

  @Test
  void aGridSmallerThanTheWindowShrinksItInsteadOfBeingRefused() {
    String yaml = "DATA: {IMG_SIZE: 192}\nMODEL: {TYPE: %s, %s: {WINDOW_SIZE: 12}}";
    for (ModelType type : List.of(ModelType.SWIN, ModelType.SWINV2)) {
      String text = yaml.formatted(type.yamlName(), type);
      assertEquals(List.of(), Sample.yaml(text).forPretraining().faults());
    }
  }
}
