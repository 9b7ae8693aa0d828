package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.DenseLayers;

/** {@code nn.Linear} with a zero bias to begin with. */
final class Linear {

  private final DenseLayers dense;
  private final NDArray weight; // [out, in]
  private final NDArray bias; // [out] or null

  Linear(ParameterScope p, long in, long out, boolean withBias, Initializer init) {
    dense = p.dense();
    weight = p.parameter("weight", init, out, in);
    bias = withBias ? p.parameter("bias", Initializer.constant(0), out) : null;
  }

  NDArray forward(NDArray x) {
    return dense.linear(x, weight, bias);
  }

  /** This layer, GELU, and the layer {@code next}, in one go. */
  NDArray geluAnd(Linear next, NDArray x) {
    return dense.mlp(x, weight, bias, next.weight, next.bias);
  }
}
