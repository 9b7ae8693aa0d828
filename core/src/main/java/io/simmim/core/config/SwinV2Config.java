package io.simmim.core.config;

import java.util.List;

/**
 * Keys under {@code MODEL.SWINV2}: the shape of a Swin Transformer V2.
 *
 * @param patchSize side of one token, in pixels
 * @param embedDim channels of the first stage; each further stage doubles them
 * @param depths blocks of each stage
 * @param numHeads attention heads of each stage
 * @param windowSize side of the attention window, in tokens
 * @param qkvBias learned bias on queries and values
 * @param ape absolute position embedding
 * @param patchNorm layer norm after the patch embedding
 * @param pretrainedWindowSizes window of each stage in pre-training, in tokens, by which a
 *     classifier scales relative positions; 0 for its own window
 */
public record SwinV2Config(
    int patchSize,
    int inChans,
    int embedDim,
    List<Integer> depths,
    List<Integer> numHeads,
    int windowSize,
    double mlpRatio,
    boolean qkvBias,
    boolean ape,
    boolean patchNorm,
    List<Integer> pretrainedWindowSizes)
    implements SwinShape {

  public SwinV2Config {
    depths = List.copyOf(depths);
    numHeads = List.copyOf(numHeads);
    pretrainedWindowSizes = List.copyOf(pretrainedWindowSizes);
  }
}
