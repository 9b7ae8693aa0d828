package io.simmim.core.config;

import static io.simmim.core.config.ConfigRule.require;

import java.util.List;
import java.util.stream.Stream;

/**
 * What only pre-training asks for: a mask grid that fits, and something left to see. A mask that
 * hides everything teaches nothing, so it is refused.
 */
public final class PretrainingRules {

  private static final String IMAGE = "DATA.IMG_SIZE";
  private static final String CELL = "DATA.MASK_PATCH_SIZE";
  private static final String RATIO = "DATA.MASK_RATIO";

  private PretrainingRules() {}

  /** The faults of a configuration whose values are not tied to a file; empty when it is fine. */
  public static List<ConfigFault> check(ExperimentConfig config) {
    return violations(config)
        .map(v -> new ConfigFault("", 0, v.keys().get(0), v.message()))
        .toList();
  }

  static Stream<Violation> violations(ExperimentConfig config) {
    return Stream.of(grid(config.data()), cells(config), visible(config.data()))
        .flatMap(violations -> violations);
  }

  private static Stream<Violation> grid(DataConfig data) {
    return require(
        data.imgSize() % data.maskPatchSize() == 0,
        "mask squares of %d pixels do not tile an image of %d; IMG_SIZE must be a multiple of MASK_PATCH_SIZE."
            .formatted(data.maskPatchSize(), data.imgSize()),
        CELL,
        IMAGE);
  }

  private static Stream<Violation> cells(ExperimentConfig config) {
    int cell = config.data().maskPatchSize();
    int patch = config.model().patchSize();
    return require(
        cell % patch == 0,
        "mask squares of %d pixels would cut through the model's patches of %d; make MASK_PATCH_SIZE a multiple of %d."
            .formatted(cell, patch, patch),
        CELL,
        config.model().type().keyPrefix() + "PATCH_SIZE");
  }

  private static Stream<Violation> visible(DataConfig data) {
    long side = data.imgSize() / data.maskPatchSize();
    long count = side * side;
    boolean tiles = data.imgSize() % data.maskPatchSize() == 0;
    return require(
        !tiles || Math.ceil(count * data.maskRatio()) < count,
        "ceil(%d * %s) hides all %d mask squares, so nothing is left to see; lower MASK_RATIO or MASK_PATCH_SIZE."
            .formatted(count, NumberText.of(data.maskRatio()), count),
        RATIO,
        CELL,
        IMAGE);
  }
}
