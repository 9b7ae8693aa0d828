package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Ops;

/** The feed-forward half of a transformer block: Linear, GELU, Linear. */
final class Mlp {

  private final Linear fc1;
  private final Linear fc2;

  Mlp(ParameterScope p, int dim, int hidden, Initializer init1, Initializer init2) {
    fc1 = new Linear(p.child("fc1"), dim, hidden, true, init1);
    fc2 = new Linear(p.child("fc2"), hidden, dim, true, init2);
  }

  /**
   * Dropout comes after both layers in Swin, after the second only in ViT.
   *
   * @param inner dropout between the layers
   * @param outer dropout at the end
   */
  NDArray forward(NDArray x, Dropout inner, Dropout outer, boolean training) {
    NDArray y =
        training && inner.dropRate() > 0
            ? fc2.forward(inner.elements(Ops.gelu(fc1.forward(x)), true))
            : fc1.geluAnd(fc2, x);
    return outer.elements(y, training);
  }
}
