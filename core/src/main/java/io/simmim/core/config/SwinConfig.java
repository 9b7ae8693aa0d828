package io.simmim.core.config;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Keys under {@code MODEL.SWIN}: the shape of a Swin Transformer (V1).
 *
 * @param patchSize side of one token, in pixels
 * @param embedDim channels of the first stage; each further stage doubles them
 * @param depths blocks of each stage
 * @param numHeads attention heads of each stage
 * @param windowSize side of the attention window, in tokens
 * @param qkScale factor on the queries; empty for the default {@code headDim^-0.5} (YAML null or 0)
 * @param ape absolute position embedding
 * @param patchNorm layer norm after the patch embedding
 */
public record SwinConfig(
    int patchSize,
    int inChans,
    int embedDim,
    List<Integer> depths,
    List<Integer> numHeads,
    int windowSize,
    double mlpRatio,
    boolean qkvBias,
    OptionalDouble qkScale,
    boolean ape,
    boolean patchNorm)
    implements SwinShape {

  public SwinConfig {
    depths = List.copyOf(depths);
    numHeads = List.copyOf(numHeads);
    if (qkScale.isPresent() && qkScale.getAsDouble() == 0) {
      qkScale = OptionalDouble.empty();
    }
  }
}
