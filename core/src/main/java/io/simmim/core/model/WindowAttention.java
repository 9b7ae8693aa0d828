package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Ops;
import java.util.List;
import java.util.OptionalDouble;

/** Multi-head self-attention inside windows, with a learned bias per relative position. */
final class WindowAttention {

  private final Heads heads;
  private final WindowGrid grid;
  private final NDArray biasTable; // [(2w-1)^2, heads]
  private final NDArray biasIndex; // [w^2, w^2] int64
  private final NDArray scale; // []
  private final Linear qkv;
  private final Linear proj;
  private final Dropout dropout;

  WindowAttention(
      ParameterScope p,
      int dim,
      int count,
      WindowGrid grid,
      boolean qkvBias,
      OptionalDouble qkScale,
      Dropout dropout) {
    this.heads = new Heads(count, dim);
    this.grid = grid;
    this.dropout = dropout;
    int rows = (2 * grid.window() - 1) * (2 * grid.window() - 1);
    int tokens = grid.tokensPerWindow();
    biasTable =
        p.parameter("relative_position_bias_table", Initializer.truncNormal(0.02), rows, count);
    biasIndex = p.buffer("relative_position_index", grid.relativePositionIndex(), tokens, tokens);
    scale = p.constant(qkScale.orElse(heads.scale()));
    qkv = new Linear(p.child("qkv"), dim, 3L * dim, qkvBias, Initializer.truncNormal(0.02));
    proj = new Linear(p.child("proj"), dim, dim, true, Initializer.truncNormal(0.02));
  }

  /**
   * Attends within each window.
   *
   * @param x windows [B * nW, N, C]
   * @param shiftMask [nW, N, N], or null in blocks that are not shifted
   */
  NDArray forward(NDArray x, NDArray shiftMask, boolean training) {
    List<NDArray> qkvOfHeads = heads.split(qkv.forward(x)); // 3 x [B*nW, heads, N, d]
    NDArray q = qkvOfHeads.get(0).mul(scale);
    NDArray k = qkvOfHeads.get(1);
    NDArray v = qkvOfHeads.get(2);
    NDArray product = q.matMul(k.transpose(0, 1, 3, 2)); // [B*nW, heads, N, N]
    NDArray attention = grid.addBias(product, positionBias(), shiftMask);
    NDArray mixed = heads.join(Ops.softmax(attention).matMul(v)); // [B*nW, N, C]
    return dropout.elements(proj.forward(mixed), training);
  }

  /** [heads, N, N]. */
  NDArray positionBias() {
    return Ops.embedding(biasIndex, biasTable).transpose(2, 0, 1);
  }
}
