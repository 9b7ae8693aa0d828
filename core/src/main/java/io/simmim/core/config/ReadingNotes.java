package io.simmim.core.config;

import static io.simmim.core.config.ConfigRule.require;

import java.util.Set;
import java.util.stream.Stream;

/** Where a configuration means something else here than in an official program. */
final class ReadingNotes {

  private static final String WARMUP_PREFIX = "TRAIN.LR_SCHEDULER.WARMUP_PREFIX";

  private ReadingNotes() {}

  /**
   * @param written keys that some source gave
   */
  static Stream<Violation> of(ExperimentConfig config, Set<String> written) {
    return Stream.concat(mixedPrecision(config), warmupPrefix(config, written));
  }

  private static Stream<Violation> mixedPrecision(ExperimentConfig config) {
    return require(
        !config.asksForMixedPrecision() || !config.wantedPrecision().isEmpty(),
        "%s is read as PRECISION bf16, which needs no loss scaling; set PRECISION for another one."
            .formatted(config.ampOptLevel()),
        "AMP_OPT_LEVEL");
  }

  private static Stream<Violation> warmupPrefix(ExperimentConfig config, Set<String> written) {
    boolean cosine = config.train().lrScheduler().name().equals("cosine");
    return require(
        config.model().type() != ModelType.SWINV2 || !cosine || written.contains(WARMUP_PREFIX),
        "false where nothing is written, as in microsoft/SimMIM; microsoft/Swin-Transformer takes true.",
        WARMUP_PREFIX);
  }
}
