package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Ops;

/**
 * The random parts of a block: dropout of elements and drop path of whole residual branches.
 *
 * @param dropRate probability for an element (MODEL.DROP_RATE)
 * @param dropPathRate probability for a branch of this block, per sample
 */
record Dropout(double dropRate, double dropPathRate) {

  static final Dropout NONE = new Dropout(0, 0);

  NDArray elements(NDArray x, boolean training) {
    return training && dropRate > 0 ? Ops.dropout(x, dropRate) : x;
  }

  NDArray path(NDArray x, boolean training) {
    return training && dropPathRate > 0 ? Ops.dropPath(x, dropPathRate) : x;
  }

  /** Block {@code index} of {@code blocks}: drop path grows linearly from 0 to the given rate. */
  static Dropout ofBlock(double dropRate, double dropPathRate, int index, int blocks) {
    return new Dropout(dropRate, blocks > 1 ? dropPathRate * index / (blocks - 1) : 0);
  }
}
