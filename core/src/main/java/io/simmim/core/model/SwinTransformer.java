package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.config.SwinConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Swin Transformer as SimMIM's encoder ({@code SwinTransformerForSimMIM}): hidden patches are
 * replaced by a mask token after the patch embedding, then four stages of windowed attention halve
 * the grid three times.
 */
public final class SwinTransformer implements Encoder {

  private final int patchSize;
  private final int dim;
  private final NDArray absolutePosEmbed; // [1, L, C] or null
  private final MaskToken maskToken;
  private final PatchEmbed patchEmbed;
  private final List<Stage> stages = new ArrayList<>();
  private final LayerNorm norm;
  private final Dropout dropout;

  private record Stage(List<SwinBlock> blocks, PatchMerging downsample) {}

  SwinTransformer(
      ParameterScope p, SwinConfig c, int imgSize, double dropRate, double dropPathRate) {
    patchSize = c.patchSize();
    dim = c.embedDim() << (c.depths().size() - 1);
    dropout = new Dropout(dropRate, 0);
    int side = imgSize / patchSize;
    Initializer normal = Initializer.truncNormal(0.02);
    absolutePosEmbed =
        c.ape()
            ? p.parameter("absolute_pos_embed", normal, 1, (long) side * side, c.embedDim())
            : null;
    maskToken = new MaskToken(p, c.embedDim(), normal);
    patchEmbed =
        PatchEmbed.ofSwin(
            p.child("patch_embed"),
            new PatchEmbed.Size(patchSize, c.inChans(), c.embedDim()),
            c.patchNorm());
    buildStages(p, c, side, dropRate, dropPathRate);
    norm = new LayerNorm(p.child("norm"), dim, LayerNorm.EPS);
  }

  private void buildStages(
      ParameterScope p, SwinConfig c, int firstSide, double dropRate, double dropPathRate) {
    int total = c.depths().stream().mapToInt(Integer::intValue).sum();
    int index = 0;
    for (int s = 0; s < c.depths().size(); s++) {
      ParameterScope stageScope = p.child("layers." + s);
      int side = firstSide >> s;
      int stageDim = c.embedDim() << s;
      var shape =
          new SwinBlock.Shape(
              stageDim, c.numHeads().get(s), c.mlpRatio(), c.qkvBias(), c.qkScale());
      List<SwinBlock> blocks = new ArrayList<>();
      for (int b = 0; b < c.depths().get(s); b++, index++) {
        WindowGrid grid = WindowGrid.of(side, c.windowSize(), b % 2 == 1);
        Dropout drop = Dropout.ofBlock(dropRate, dropPathRate, index, total);
        blocks.add(new SwinBlock(stageScope.child("blocks." + b), shape, grid, drop));
      }
      boolean last = s == c.depths().size() - 1;
      PatchMerging downsample =
          last ? null : new PatchMerging(stageScope.child("downsample"), side, stageDim);
      stages.add(new Stage(List.copyOf(blocks), downsample));
    }
  }

  @Override
  public NDArray forward(NDArray x, NDArray mask, boolean training) {
    NDArray tokens = maskToken.replace(patchEmbed.forward(x), mask); // [B, L, C]
    if (absolutePosEmbed != null) {
      tokens = tokens.add(absolutePosEmbed);
    }
    tokens = dropout.elements(tokens, training);
    for (Stage stage : stages) {
      for (SwinBlock block : stage.blocks()) {
        tokens = block.forward(tokens, training);
      }
      tokens = stage.downsample() == null ? tokens : stage.downsample().forward(tokens);
    }
    NDArray z = norm.forward(tokens); // [B, l, 8C]
    long side = Math.round(Math.sqrt((double) z.getShape().get(1)));
    return z.transpose(0, 2, 1).reshape(z.getShape().get(0), dim, side, side);
  }

  @Override
  public int patchSize() {
    return patchSize;
  }

  @Override
  public int numFeatures() {
    return dim;
  }

  @Override
  public int decoderStride() {
    return 32;
  }

  @Override
  public Set<String> noWeightDecay() {
    return Set.of("absolute_pos_embed", "mask_token");
  }
}
