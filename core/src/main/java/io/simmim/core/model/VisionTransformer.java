package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.config.VitConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Vision Transformer as SimMIM's encoder ({@code VisionTransformerForSimMIM}, after BEiT): hidden
 * patches are replaced by a mask token before the class token joins.
 */
public final class VisionTransformer implements Encoder {

  private final int patchSize;
  private final int dim;
  private final NDArray clsToken; // [1, 1, C]
  private final NDArray posEmbed; // [1, N, C] or null
  private final MaskToken maskToken;
  private final PatchEmbed patchEmbed;
  private final VitPositionBias sharedBias; // null when off
  private final List<VitBlock> blocks = new ArrayList<>();
  private final LayerNorm norm; // null with mean pooling
  private final Dropout dropout;

  VisionTransformer(
      ParameterScope p, VitConfig c, int imgSize, double dropRate, double dropPathRate) {
    patchSize = c.patchSize();
    dim = c.embedDim();
    dropout = new Dropout(dropRate, 0);
    int side = imgSize / patchSize;
    clsToken = p.parameter("cls_token", VitBlock.NORMAL, 1, 1, dim);
    posEmbed =
        c.useApe()
            ? p.parameter("pos_embed", VitBlock.NORMAL, 1, (long) side * side + 1, dim)
            : null;
    maskToken = new MaskToken(p, dim, VitBlock.NORMAL);
    var size = new PatchEmbed.Size(patchSize, c.inChans(), dim);
    patchEmbed = PatchEmbed.ofVit(p.child("patch_embed"), size, VitBlock.NORMAL);
    sharedBias =
        c.useSharedRpb() ? new VitPositionBias(p.child("rel_pos_bias"), side, c.numHeads()) : null;
    VitBlock.Shape shape = VitBlock.Shape.of(c, side);
    for (int i = 0; i < c.depth(); i++) {
      Dropout drop = Dropout.ofBlock(dropRate, dropPathRate, i, c.depth());
      blocks.add(new VitBlock(p.child("blocks." + i), c, shape, i, drop));
    }
    // With mean pooling the norm is only for the classifier, which is not here; it stays unused.
    String normName = c.useMeanPooling() ? "fc_norm" : "norm";
    LayerNorm last = new LayerNorm(p.child(normName), dim, VitBlock.EPS);
    norm = c.useMeanPooling() ? null : last;
  }

  @Override
  public NDArray forward(NDArray x, NDArray mask, boolean training) {
    NDArray patches = maskToken.replace(patchEmbed.forward(x), mask); // [B, L, C]
    long batch = patches.getShape().get(0);
    NDArray cls = clsToken.broadcast(new Shape(batch, 1, dim));
    NDArray tokens = cls.concat(patches, 1); // [B, L+1, C]
    if (posEmbed != null) {
      tokens = tokens.add(posEmbed);
    }
    tokens = dropout.elements(tokens, training);
    NDArray bias = sharedBias == null ? null : sharedBias.forward();
    for (VitBlock block : blocks) {
      tokens = block.forward(tokens, bias, training);
    }
    NDArray z = (norm == null ? tokens : norm.forward(tokens)).get(":, 1:"); // [B, L, C]
    long side = Math.round(Math.sqrt((double) z.getShape().get(1)));
    return z.transpose(0, 2, 1).reshape(batch, dim, side, side);
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
    return 16;
  }

  /** The official class does not list the mask token here, so it decays. */
  @Override
  public Set<String> noWeightDecay() {
    return Set.of("pos_embed", "cls_token");
  }
}
