package io.simmim.core.config;

import static io.simmim.core.config.ConfigRule.require;

import java.util.stream.Stream;

/** When mixup and cutmix find a partner for every image of a batch (timm {@code Mixup}). */
final class MixingRules {

  private MixingRules() {}

  static Stream<Violation> violations(ExperimentConfig config) {
    int batch = config.data().batchSize();
    return require(
        !mixes(config.aug()) || batch % 2 == 0,
        "mixup and cutmix pair the images of a batch, which %d images do not allow; make BATCH_SIZE even, or set AUG.MIXUP and AUG.CUTMIX to 0."
            .formatted(batch),
        "DATA.BATCH_SIZE",
        "AUG.MIXUP",
        "AUG.CUTMIX",
        "AUG.CUTMIX_MINMAX");
  }

  private static boolean mixes(AugConfig aug) {
    return aug.mixup() > 0 || aug.cutmix() > 0 || !aug.cutmixMinmax().isEmpty();
  }
}
