package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Swin Transformer, first or second generation: stages of windowed attention, each with half the
 * grid of the one before. As SimMIM's encoder ({@code SwinTransformerForSimMIM}) it replaces hidden
 * patches by a mask token after the patch embedding.
 */
public final class SwinTransformer implements Encoder {

  private final SwinGeometry geometry;
  private final NDArray absolutePosEmbed; // [1, L, C] or null
  private final MaskToken maskToken; // null in a classifier
  private final PatchEmbed patchEmbed;
  private final List<Layer> layers;
  private final Set<String> keywords;
  private final LayerNorm norm;
  private final Dropout dropout;

  SwinTransformer(
      ParameterScope p, SwinGeometry geometry, SwinParts parts, Rates rates, boolean masked) {
    this.geometry = geometry;
    this.keywords = parts.noWeightDecayKeywords();
    int dim = geometry.embedDim();
    dropout = new Dropout(rates.drop(), 0);
    long side = geometry.side(0);
    Initializer normal = Initializer.truncNormal(0.02);
    absolutePosEmbed =
        geometry.ape() ? p.parameter("absolute_pos_embed", normal, 1, side * side, dim) : null;
    maskToken = masked ? new MaskToken(p, dim, normal) : null;
    patchEmbed =
        PatchEmbed.ofSwin(
            p.child("patch_embed"),
            new PatchEmbed.Size(geometry.patchSize(), geometry.inChans(), dim),
            geometry.patchNorm());
    layers = stages(p, parts, rates);
    norm = new LayerNorm(p.child("norm"), geometry.numFeatures(), LayerNorm.EPS);
  }

  private List<Layer> stages(ParameterScope p, SwinParts parts, Rates rates) {
    List<Layer> all = new ArrayList<>();
    int index = 0;
    for (int s = 0; s < geometry.stages(); s++) {
      ParameterScope stage = p.child("layers." + s);
      for (int b = 0; b < geometry.depths().get(s); b++, index++) {
        WindowGrid grid = WindowGrid.of(geometry.side(s), geometry.windowSize(), b % 2 == 1);
        Dropout drop = Dropout.ofBlock(rates.drop(), rates.dropPath(), index, geometry.blocks());
        all.add(parts.block(stage.child("blocks." + b), s, grid, drop));
      }
      if (s < geometry.stages() - 1) {
        all.add(parts.merging(stage.child("downsample"), s));
      }
    }
    return List.copyOf(all);
  }

  @Override
  public NDArray embed(NDArray x, NDArray mask, boolean training) {
    NDArray tokens = patchEmbed.forward(x); // [B, L, C]
    if (mask != null) {
      tokens = maskToken.replace(tokens, mask);
    }
    if (absolutePosEmbed != null) {
      tokens = tokens.add(absolutePosEmbed);
    }
    return dropout.elements(tokens, training);
  }

  @Override
  public List<Layer> layers() {
    return layers;
  }

  @Override
  public NDArray sharedBias() {
    return null;
  }

  @Override
  public NDArray featureMap(NDArray tokens) {
    NDArray z = norm.forward(tokens); // [B, l, numFeatures]
    long side = Math.round(Math.sqrt((double) z.getShape().get(1)));
    return z.transpose(0, 2, 1).reshape(z.getShape().get(0), numFeatures(), side, side);
  }

  @Override
  public NDArray pooled(NDArray tokens) {
    return norm.forward(tokens).mean(new int[] {1}); // [B, numFeatures]
  }

  @Override
  public int patchSize() {
    return geometry.patchSize();
  }

  @Override
  public int numFeatures() {
    return geometry.numFeatures();
  }

  @Override
  public int decoderStride() {
    return geometry.totalStride();
  }

  @Override
  public Set<String> noWeightDecay() {
    return maskToken == null
        ? Set.of("absolute_pos_embed")
        : Set.of("absolute_pos_embed", "mask_token");
  }

  @Override
  public Set<String> noWeightDecayKeywords() {
    return keywords;
  }
}
