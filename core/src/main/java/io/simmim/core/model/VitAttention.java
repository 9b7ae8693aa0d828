package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.DenseLayers;
import io.simmim.core.tensor.Ops;
import java.util.List;

/** Multi-head self-attention over all tokens; queries and values have a bias, keys have none. */
final class VitAttention {

  private final Heads heads;
  private final QueryValueBias bias; // null when off
  private final VitPositionBias positionBias; // null when shared or off
  private final NDArray qkvWeight; // [3C, C]
  private final NDArray scale; // []
  private final DenseLayers dense;
  private final Linear proj;
  private final Dropout dropout;

  VitAttention(ParameterScope p, VitBlock.Shape shape, VitBlock.Start start, Dropout dropout) {
    int dim = shape.dim();
    heads = new Heads(shape.heads(), dim);
    this.dropout = dropout;
    bias = shape.qkvBias() ? new QueryValueBias(p, dim) : null;
    positionBias =
        shape.ownPositionBias() ? new VitPositionBias(p, shape.side(), shape.heads()) : null;
    qkvWeight = p.child("qkv").parameter("weight", start.input(), 3L * dim, dim);
    proj = new Linear(p.child("proj"), dim, dim, true, start.output());
    dense = p.dense();
    scale = p.constant(heads.scale());
  }

  /**
   * Attends over all tokens.
   *
   * @param x [B, N, C]
   * @param sharedBias [heads, N, N] or null; it adds to the block's own
   */
  NDArray forward(NDArray x, NDArray sharedBias, boolean training) {
    NDArray projected = dense.linear(x, qkvWeight, bias == null ? null : bias.joined());
    List<NDArray> qkv = heads.split(projected); // 3 x [B, heads, N, d]
    NDArray q = qkv.get(0).mul(scale);
    NDArray attention = q.matMul(qkv.get(1).transpose(0, 1, 3, 2)); // [B, heads, N, N]
    if (positionBias != null) {
      attention = Ops.addBias(attention, positionBias.forward());
    }
    if (sharedBias != null) {
      attention = Ops.addBias(attention, sharedBias);
    }
    NDArray mixed = heads.join(Ops.softmax(attention).matMul(qkv.get(2))); // [B, N, C]
    return dropout.elements(proj.forward(mixed), training);
  }
}
