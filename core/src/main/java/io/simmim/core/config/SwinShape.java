package io.simmim.core.config;

import java.util.List;

/** What Swin Transformer V1 and V2 have in common: stages of blocks that attend in windows. */
public sealed interface SwinShape permits SwinConfig, SwinV2Config {

  /** Side of one token of the first stage, in pixels. */
  int patchSize();

  int inChans();

  /** Channels of the first stage; each further stage doubles them. */
  int embedDim();

  /** Blocks of each stage. */
  List<Integer> depths();

  /** Attention heads of each stage. */
  List<Integer> numHeads();

  /** Side of the attention window, in tokens. */
  int windowSize();

  /** Whether a learned position is added to every token. */
  boolean ape();

  /** Whether tokens are normalised right after the patch embedding. */
  boolean patchNorm();

  /** Pixels per token after the last stage: {@code patchSize * 2^(stages - 1)}. */
  default int totalStride() {
    return patchSize() << (depths().size() - 1);
  }
}
