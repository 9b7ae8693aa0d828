package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.config.VitConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Vision Transformer after BEiT. As SimMIM's encoder ({@code VisionTransformerForSimMIM}) it
 * replaces hidden patches by a mask token before the class token joins.
 */
public final class VisionTransformer implements Encoder {

  private final int patchSize;
  private final int dim;
  private final NDArray clsToken; // [1, 1, C]
  private final NDArray posEmbed; // [1, N, C] or null
  private final MaskToken maskToken; // null in a classifier
  private final PatchEmbed patchEmbed;
  private final VitPositionBias sharedBias; // null when off
  private final List<Layer> layers;
  private final boolean meanPooling;
  private final LayerNorm norm;
  private final Dropout dropout;

  VisionTransformer(ParameterScope p, VitConfig c, int imgSize, Rates rates, boolean masked) {
    patchSize = c.patchSize();
    dim = c.embedDim();
    meanPooling = c.useMeanPooling();
    dropout = new Dropout(rates.drop(), 0);
    int side = imgSize / patchSize;
    // For SimMIM the normal is cut at one deviation, unlike timm's (official simmim.py).
    Initializer normal = Initializer.truncNormal(0.02, masked ? 0.02 : 2);
    clsToken = p.parameter("cls_token", normal, 1, 1, dim);
    posEmbed = c.useApe() ? p.parameter("pos_embed", normal, 1, (long) side * side + 1, dim) : null;
    maskToken = masked ? new MaskToken(p, dim, normal) : null;
    var size = new PatchEmbed.Size(patchSize, c.inChans(), dim);
    patchEmbed = PatchEmbed.ofVit(p.child("patch_embed"), size, normal);
    sharedBias =
        c.useSharedRpb() ? new VitPositionBias(p.child("rel_pos_bias"), side, c.numHeads()) : null;
    layers = blocks(p, c, side, rates, normal);
    norm = new LayerNorm(p.child(meanPooling ? "fc_norm" : "norm"), dim, VitBlock.EPS);
  }

  private static List<Layer> blocks(
      ParameterScope p, VitConfig c, int side, Rates rates, Initializer normal) {
    VitBlock.Shape shape = VitBlock.Shape.of(c, side);
    List<Layer> blocks = new ArrayList<>();
    for (int i = 0; i < c.depth(); i++) {
      Dropout drop = Dropout.ofBlock(rates.drop(), rates.dropPath(), i, c.depth());
      // The deeper the block, the smaller what it adds at first.
      var start = new VitBlock.Start(normal, normal.dividedBy(Math.sqrt(2.0 * (i + 1))));
      blocks.add(new VitBlock(p.child("blocks." + i), c, shape, start, drop));
    }
    return List.copyOf(blocks);
  }

  @Override
  public NDArray embed(NDArray x, NDArray mask, boolean training) {
    NDArray patches = patchEmbed.forward(x); // [B, L, C]
    if (mask != null) {
      patches = maskToken.replace(patches, mask);
    }
    NDArray cls = clsToken.broadcast(new Shape(patches.getShape().get(0), 1, dim));
    NDArray tokens = cls.concat(patches, 1); // [B, L+1, C]
    if (posEmbed != null) {
      tokens = tokens.add(posEmbed);
    }
    return dropout.elements(tokens, training);
  }

  @Override
  public List<Layer> layers() {
    return layers;
  }

  @Override
  public NDArray sharedBias() {
    return sharedBias == null ? null : sharedBias.forward();
  }

  /** With mean pooling the norm is the classifier's alone, so the map is not normalised. */
  @Override
  public NDArray featureMap(NDArray tokens) {
    NDArray z = (meanPooling ? tokens : norm.forward(tokens)).get(":, 1:"); // [B, L, C]
    long side = Math.round(Math.sqrt((double) z.getShape().get(1)));
    return z.transpose(0, 2, 1).reshape(z.getShape().get(0), dim, side, side);
  }

  /** The normalised mean of the patch tokens, or the normalised class token. */
  @Override
  public NDArray pooled(NDArray tokens) {
    return meanPooling
        ? norm.forward(tokens.get(":, 1:").mean(new int[] {1}))
        : norm.forward(tokens).get(":, 0");
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
    return patchSize;
  }

  /** The official class does not list the mask token here, so it decays. */
  @Override
  public Set<String> noWeightDecay() {
    return Set.of("pos_embed", "cls_token");
  }

  @Override
  public Set<String> noWeightDecayKeywords() {
    return Set.of();
  }
}
