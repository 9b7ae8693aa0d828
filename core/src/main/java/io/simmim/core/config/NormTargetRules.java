package io.simmim.core.config;

import static io.simmim.core.config.ConfigRule.require;

import java.util.stream.Stream;

/** When a target can be normalised: its window needs a centre (official {@code norm_targets}). */
final class NormTargetRules {

  private NormTargetRules() {}

  static Stream<Violation> check(ExperimentConfig config) {
    SimMimConfig.NormTarget target = config.model().simmim().normTarget();
    return require(
        !target.enable() || target.patchSize() % 2 == 1,
        "a square of %d pixels has no pixel in its centre; make PATCH_SIZE odd, for example %d."
            .formatted(target.patchSize(), target.patchSize() + 1),
        "MODEL.SIMMIM.NORM_TARGET.PATCH_SIZE",
        "MODEL.SIMMIM.NORM_TARGET.ENABLE");
  }
}
