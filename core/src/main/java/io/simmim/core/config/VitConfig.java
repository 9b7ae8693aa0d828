package io.simmim.core.config;

import java.util.OptionalDouble;

/**
 * Keys under {@code MODEL.VIT}: the shape of a Vision Transformer.
 *
 * @param patchSize side of one token, in pixels
 * @param initValues start value of the layer scales {@code gamma_1} and {@code gamma_2}; empty
 *     (YAML null) for a model without them
 * @param useApe absolute position embedding
 * @param useRpb one relative position table in every block
 * @param useSharedRpb one relative position table for all blocks
 * @param useMeanPooling classify from the mean of the patch tokens instead of the class token
 */
public record VitConfig(
    int patchSize,
    int inChans,
    int embedDim,
    int depth,
    int numHeads,
    double mlpRatio,
    boolean qkvBias,
    OptionalDouble initValues,
    boolean useApe,
    boolean useRpb,
    boolean useSharedRpb,
    boolean useMeanPooling) {}
