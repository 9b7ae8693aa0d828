package io.simmim.core.model;

import io.simmim.core.config.SwinV2Config;
import java.util.List;
import java.util.Set;

/**
 * Swin V2 ({@code swin_transformer_v2.py}): normalise last, cosine attention, bias from a small
 * network of log-spaced coordinates.
 *
 * @param pretrainedWindows window side of each stage in pre-training, 0 where it is today's; the
 *     official pre-training passes none
 */
record SwinV2Parts(SwinV2Config config, SwinGeometry geometry, List<Integer> pretrainedWindows)
    implements SwinParts {

  @Override
  public Layer block(ParameterScope p, int stage, WindowGrid grid, Dropout dropout) {
    var shape =
        new SwinV2Block.Shape(
            geometry.dim(stage),
            config.numHeads().get(stage),
            config.mlpRatio(),
            config.qkvBias(),
            pretrainedWindows.get(stage));
    return new SwinV2Block(p, shape, grid, dropout);
  }

  @Override
  public Layer merging(ParameterScope p, int stage) {
    return PatchMerging.normLast(p, geometry.side(stage), geometry.dim(stage));
  }

  @Override
  public Set<String> noWeightDecayKeywords() {
    return Set.of("cpb_mlp", "logit_scale", "relative_position_bias_table");
  }
}
