package io.simmim.core.stats;

import io.simmim.core.config.VitConfig;

/**
 * Cost of the Vision Transformer's encoder. The official code has no count for it; the same kinds
 * of layers are counted as in Swin: products of activations with weights or each other and layer
 * norms, but no softmax, no biases and no layer scale. The class token counts as a token.
 */
final class VitCost {

  private static final int EXTRA_ROWS = 3; // class token to patch, back, and to itself

  private final VitConfig vit;
  private final long side;

  VitCost(VitConfig vit, int imgSize) {
    this.vit = vit;
    side = imgSize / vit.patchSize();
  }

  /** Everything up to the last norm, without the mask token. */
  Cost encoder() {
    return Cost.sum(embedding(), block().times(vit.depth()), lastNorm());
  }

  private long patches() {
    return side * side;
  }

  private long tokens() {
    return patches() + 1;
  }

  private Cost embedding() {
    long dim = vit.embedDim();
    long pixels = (long) vit.inChans() * vit.patchSize() * vit.patchSize();
    long classToken = dim;
    long positions = vit.useApe() ? tokens() * dim : 0;
    long sharedTable = vit.useSharedRpb() ? table() : 0;
    return Cost.linear(pixels, dim, true, patches())
        .plus(Cost.ofParameters(classToken + positions + sharedTable));
  }

  private long table() {
    return ((2 * side - 1) * (2 * side - 1) + EXTRA_ROWS) * vit.numHeads();
  }

  private Cost block() {
    long dim = vit.embedDim();
    long biases = vit.qkvBias() ? 2 * dim : 0;
    long layerScales = vit.initValues().isPresent() ? 2 * dim : 0;
    long ownTable = vit.useRpb() ? table() : 0;
    return Cost.sum(
        Cost.layerNorm(dim, tokens()).times(2),
        Cost.linear(dim, 3 * dim, false, tokens()),
        Cost.attentionProducts(dim, tokens(), tokens()),
        Cost.linear(dim, dim, true, tokens()),
        Cost.ofParameters(biases + layerScales + ownTable),
        Cost.mlp(dim, vit.mlpRatio(), tokens()));
  }

  // With mean pooling the norm comes after it, on one vector.
  private Cost lastNorm() {
    return Cost.layerNorm(vit.embedDim(), vit.useMeanPooling() ? 1 : tokens());
  }
}
