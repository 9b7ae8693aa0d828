package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Ops;

/** {@code nn.LayerNorm} over the last dimension. */
final class LayerNorm {

  /** {@code nn.LayerNorm}'s default, which Swin uses; ViT uses 1e-6. */
  static final double EPS = 1e-5;

  private final NDArray weight; // [dim]
  private final NDArray bias; // [dim]
  private final double eps;

  LayerNorm(ParameterScope p, long dim, double eps) {
    this(p, dim, eps, 1);
  }

  private LayerNorm(ParameterScope p, long dim, double eps, double initialWeight) {
    weight = p.parameter("weight", Initializer.constant(initialWeight), dim);
    bias = p.parameter("bias", Initializer.constant(0), dim);
    this.eps = eps;
  }

  /** Gives zeros until it is trained. */
  static LayerNorm startingAtZero(ParameterScope p, long dim, double eps) {
    return new LayerNorm(p, dim, eps, 0);
  }

  NDArray forward(NDArray x) {
    return Ops.layerNorm(x, weight, bias, eps);
  }
}
