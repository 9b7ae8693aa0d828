package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Ops;

/** {@code nn.Linear} with a zero bias to begin with. */
final class Linear {

  private final NDArray weight; // [out, in]
  private final NDArray bias; // [out] or null

  Linear(ParameterScope p, long in, long out, boolean withBias, Initializer init) {
    weight = p.parameter("weight", init, out, in);
    bias = withBias ? p.parameter("bias", Initializer.constant(0), out) : null;
  }

  NDArray forward(NDArray x) {
    return Ops.linear(x, weight, bias);
  }
}
