package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Ops;

/** {@code nn.Linear}, initialised as the official transformers do: weight normal 0.02, bias 0. */
final class Linear {

  private final NDArray weight; // [out, in]
  private final NDArray bias; // [out] or null

  Linear(ParameterScope p, long in, long out, boolean withBias) {
    weight = p.parameter("weight", Initializer.truncNormal(0.02), out, in);
    bias = withBias ? p.parameter("bias", Initializer.constant(0), out) : null;
  }

  NDArray forward(NDArray x) {
    return Ops.linear(x, weight, bias);
  }
}
