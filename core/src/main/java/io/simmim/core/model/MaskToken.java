package io.simmim.core.model;

import ai.djl.ndarray.NDArray;

/** The learned vector that stands for every hidden patch (paper, section 3.1). */
final class MaskToken {

  private final NDArray token; // [1, 1, C]
  private final NDArray one; // []

  MaskToken(ParameterScope p, int dim, Initializer init) {
    token = p.parameter("mask_token", init, 1, 1, dim);
    one = p.constant(1);
  }

  /** tokens [B, L, C], mask [B, h, w] with h * w = L and 1 = hidden -> [B, L, C]. */
  NDArray replace(NDArray tokens, NDArray mask) {
    NDArray hidden = mask.reshape(mask.getShape().get(0), -1, 1); // [B, L, 1]
    NDArray visible = one.sub(hidden);
    return tokens.mul(visible).add(token.mul(hidden));
  }
}
