package io.simmim.core.stats;

import io.simmim.core.config.SwinConfig;
import io.simmim.core.config.SwinShape;
import io.simmim.core.config.SwinV2Config;

/**
 * Cost of the encoders of Swin Transformer V1 and V2, counted as {@code flops()} in the official
 * {@code swin_transformer.py} and {@code swin_transformer_v2.py}: products of activations with
 * weights or each other and layer norms, but no softmax, no biases and, in V2, neither the
 * normalisation of queries and keys nor the network behind the position bias.
 */
final class SwinCost {

  private static final int BIAS_NETWORK_INPUTS = 2;
  private static final int BIAS_NETWORK_WIDTH = 512;

  private final SwinShape swin;
  private final int firstSide;

  SwinCost(SwinShape swin, int imgSize) {
    this.swin = swin;
    firstSide = imgSize / swin.patchSize();
  }

  /** Everything up to the last norm, without the mask token. */
  Cost encoder() {
    Cost encoder = embedding();
    int stages = swin.depths().size();
    for (int stage = 0; stage < stages; stage++) {
      encoder = encoder.plus(block(stage).times(swin.depths().get(stage)));
      if (stage < stages - 1) {
        encoder = encoder.plus(merging(stage));
      }
    }
    return encoder.plus(lastNorm());
  }

  /** Channels after the last stage. */
  int features() {
    return dim(swin.depths().size() - 1);
  }

  private int dim(int stage) {
    return swin.embedDim() << stage;
  }

  private int side(int stage) {
    return firstSide >> stage;
  }

  private long tokens(int stage) {
    return (long) side(stage) * side(stage);
  }

  private Cost embedding() {
    long pixels = (long) swin.inChans() * swin.patchSize() * swin.patchSize();
    Cost projection = Cost.linear(pixels, dim(0), true, tokens(0));
    Cost norm = patchNorm() ? Cost.layerNorm(dim(0), tokens(0)) : Cost.NONE;
    Cost positions = ape() ? Cost.ofParameters(tokens(0) * dim(0)) : Cost.NONE;
    return Cost.sum(projection, norm, positions);
  }

  private Cost block(int stage) {
    int dim = dim(stage);
    long tokens = tokens(stage);
    // A window that the grid does not fill shrinks to the grid.
    long window = Math.min(swin.windowSize(), side(stage));
    return Cost.sum(
        Cost.layerNorm(dim, tokens).times(2),
        Cost.linear(dim, 3L * dim, false, tokens),
        Cost.attentionProducts(dim, tokens, window * window),
        Cost.linear(dim, dim, true, tokens),
        Cost.ofParameters(attentionExtras(stage, window)),
        Cost.mlp(dim, mlpRatio(), tokens));
  }

  /** Parameters of attention beside its weights: biases and whatever depends on positions. */
  private long attentionExtras(int stage, long window) {
    long heads = swin.numHeads().get(stage);
    if (swin instanceof SwinV2Config v2) {
      long network = (BIAS_NETWORK_INPUTS + 1 + heads) * BIAS_NETWORK_WIDTH;
      long scales = heads;
      return network + scales + (v2.qkvBias() ? 2L * dim(stage) : 0);
    }
    long table = (2 * window - 1) * (2 * window - 1) * heads;
    return table + (((SwinConfig) swin).qkvBias() ? 3L * dim(stage) : 0);
  }

  // V1 normalises what goes into the projection, V2 what comes out of it.
  private Cost merging(int stage) {
    long dim = dim(stage);
    long merged = tokens(stage + 1);
    long normed = swin instanceof SwinV2Config ? 2 * dim : 4 * dim;
    return Cost.linear(4 * dim, 2 * dim, false, merged).plus(Cost.layerNorm(normed, merged));
  }

  // The official count divides the first grid by 2^stages, not by 4^(stages - 1).
  private Cost lastNorm() {
    long counted = (features() * tokens(0)) >> swin.depths().size();
    return new Cost(2L * features(), counted);
  }

  private boolean patchNorm() {
    return swin instanceof SwinV2Config v2 ? v2.patchNorm() : ((SwinConfig) swin).patchNorm();
  }

  private boolean ape() {
    return swin instanceof SwinV2Config v2 ? v2.ape() : ((SwinConfig) swin).ape();
  }

  private double mlpRatio() {
    return swin instanceof SwinV2Config v2 ? v2.mlpRatio() : ((SwinConfig) swin).mlpRatio();
  }
}
