package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import io.simmim.core.tensor.Ops;
import java.util.List;

/** Multi-head self-attention over all tokens; queries and values have a bias, keys have none. */
final class VitAttention {

  private final int dim;
  private final int heads;
  private final NDArray qBias; // [C] or null
  private final NDArray kBias; // [C] zeros, not trained
  private final NDArray vBias; // [C] or null
  private final VitPositionBias positionBias; // null when shared or off
  private final NDArray qkvWeight; // [3C, C]
  private final NDArray scale; // []
  private final Linear proj;
  private final Dropout dropout;

  VitAttention(ParameterScope p, VitBlock.Shape shape, VitBlock.Start start, Dropout dropout) {
    dim = shape.dim();
    heads = shape.heads();
    this.dropout = dropout;
    Initializer zero = Initializer.constant(0);
    qBias = shape.qkvBias() ? p.parameter("q_bias", zero, dim) : null;
    vBias = shape.qkvBias() ? p.parameter("v_bias", zero, dim) : null;
    kBias = shape.qkvBias() ? p.constant(new float[dim]) : null;
    positionBias = shape.ownPositionBias() ? new VitPositionBias(p, shape.side(), heads) : null;
    qkvWeight = p.child("qkv").parameter("weight", start.input(), 3L * dim, dim);
    proj = new Linear(p.child("proj"), dim, dim, true, start.output());
    scale = p.constant(Math.pow((double) dim / heads, -0.5));
  }

  /**
   * Attends over all tokens.
   *
   * @param x [B, N, C]
   * @param sharedBias [heads, N, N] or null; it adds to the block's own
   */
  NDArray forward(NDArray x, NDArray sharedBias, boolean training) {
    long batch = x.getShape().get(0);
    long n = x.getShape().get(1);
    List<NDArray> heads3 =
        Ops.unbind(
            Ops.linear(x, qkvWeight, qkvBias())
                .reshape(batch, n, 3, heads, dim / heads)
                .transpose(2, 0, 3, 1, 4)); // 3 x [B, heads, N, d]
    NDArray q = heads3.get(0).mul(scale);
    NDArray attention = q.matMul(heads3.get(1).transpose(0, 1, 3, 2)); // [B, heads, N, N]
    if (positionBias != null) {
      attention = Ops.addBias(attention, positionBias.forward());
    }
    if (sharedBias != null) {
      attention = Ops.addBias(attention, sharedBias);
    }
    NDArray mixed = Ops.softmax(attention).matMul(heads3.get(2));
    NDArray joined = mixed.transpose(0, 2, 1, 3).reshape(batch, n, dim);
    return dropout.elements(proj.forward(joined), training);
  }

  private NDArray qkvBias() {
    return qBias == null ? null : NDArrays.concat(new NDList(qBias, kBias, vBias));
  }
}
