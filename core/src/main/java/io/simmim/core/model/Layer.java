package io.simmim.core.model;

import ai.djl.ndarray.NDArray;

/** One step of an encoder's trunk: a block, or the merging of patches between stages. */
@FunctionalInterface
public interface Layer {

  /**
   * Transforms tokens.
   *
   * @param tokens [B, N, C]
   * @param sharedBias attention bias [heads, N, N] that all layers share, or null
   * @return [B, N', C']
   */
  NDArray forward(NDArray tokens, NDArray sharedBias, boolean training);
}
