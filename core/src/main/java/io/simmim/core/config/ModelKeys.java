package io.simmim.core.config;

import static io.simmim.core.config.ConfigSection.MODEL;
import static io.simmim.core.config.ConfigSection.OUTPUT;
import static io.simmim.core.config.ConfigSection.TRAINING;
import static io.simmim.core.config.KeyDraft.flag;
import static io.simmim.core.config.KeyDraft.integer;
import static io.simmim.core.config.KeyDraft.number;
import static io.simmim.core.config.KeyDraft.text;

import java.util.Arrays;
import java.util.List;

/** The official keys directly under {@code MODEL} and under {@code MODEL.SIMMIM}. */
final class ModelKeys {

  static final List<ConfigKey> ALL =
      List.of(
          text(MODEL, "MODEL.TYPE", "swin")
              .oneOf(
                  Arrays.stream(ModelType.values()).map(ModelType::yamlName).toArray(String[]::new))
              .says("Family of the encoder; only its own section of keys is used."),
          text(OUTPUT, "MODEL.NAME", "swin_tiny_patch4_window7_224")
              .says("Name of the model and of the folder that collects its runs."),
          text(TRAINING, "MODEL.RESUME", "").says("Checkpoint from which a run continues."),
          integer(MODEL, "MODEL.NUM_CLASSES", 1000)
              .unit("classes")
              .says("Classes of the fine-tuned classifier; pre-training has none."),
          number(MODEL, "MODEL.DROP_RATE", 0.0)
              .in(NumberRange.fromBelow(0, 1))
              .says("Probability of dropping a single activation."),
          number(MODEL, "MODEL.DROP_PATH_RATE", 0.1)
              .in(NumberRange.fromBelow(0, 1))
              .says("Probability of skipping the last block; earlier blocks are skipped less."),
          number(TRAINING, "MODEL.LABEL_SMOOTHING", 0.1)
              .in(NumberRange.fromBelow(0, 1))
              .says("Share of the target spread over all classes in fine-tuning."),
          flag(MODEL, "MODEL.SIMMIM.NORM_TARGET.ENABLE", false)
              .knownTo(KeySource.SWIN_TRANSFORMER)
              .says("Reconstruct pixels normalised by the mean and variance around them."),
          integer(MODEL, "MODEL.SIMMIM.NORM_TARGET.PATCH_SIZE", 47)
              .knownTo(KeySource.SWIN_TRANSFORMER)
              .from(3, 16_383)
              .unit("pixels")
              .says("Side of the square around a pixel that normalises it; an odd number."));

  private ModelKeys() {}
}
