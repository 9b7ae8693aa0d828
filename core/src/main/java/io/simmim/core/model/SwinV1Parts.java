package io.simmim.core.model;

import io.simmim.core.config.SwinConfig;
import java.util.Set;

/** The first Swin ({@code swin_transformer.py}): normalise first, bias from a table. */
record SwinV1Parts(SwinConfig config, SwinGeometry geometry) implements SwinParts {

  @Override
  public Layer block(ParameterScope p, int stage, WindowGrid grid, Dropout dropout) {
    var shape =
        new SwinBlock.Shape(
            geometry.dim(stage),
            config.numHeads().get(stage),
            config.mlpRatio(),
            config.qkvBias(),
            config.qkScale());
    return new SwinBlock(p, shape, grid, dropout);
  }

  @Override
  public Layer merging(ParameterScope p, int stage) {
    return PatchMerging.normFirst(p, geometry.side(stage), geometry.dim(stage));
  }

  @Override
  public Set<String> noWeightDecayKeywords() {
    return Set.of("relative_position_bias_table");
  }
}
