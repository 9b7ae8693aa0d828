package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Ops;

/** The feed-forward half of a transformer block: Linear, GELU, Linear. */
final class Mlp {

  private final Linear fc1;
  private final Linear fc2;
  private final Dropout dropout;

  Mlp(ParameterScope p, int dim, int hidden, Dropout dropout) {
    fc1 = new Linear(p.child("fc1"), dim, hidden, true);
    fc2 = new Linear(p.child("fc2"), hidden, dim, true);
    this.dropout = dropout;
  }

  NDArray forward(NDArray x, boolean training) {
    NDArray hidden = dropout.elements(Ops.gelu(fc1.forward(x)), training);
    return dropout.elements(fc2.forward(hidden), training);
  }
}
