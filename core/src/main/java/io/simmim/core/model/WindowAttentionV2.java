package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.DenseLayers;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.TorchScriptOps;
import java.util.List;

/**
 * Scaled cosine attention inside windows (Swin V2 paper, section 3.3): queries and keys are unit
 * vectors, and a learned temperature per head, at most 100, sharpens their product.
 */
final class WindowAttentionV2 {

  private static final double INITIAL_LOGIT_SCALE = Math.log(10);
  private static final double MAX_LOGIT_SCALE = Math.log(100);

  private final Heads heads;
  private final WindowGrid grid;
  private final NDArray logitScale; // [heads, 1, 1]
  private final TorchScriptOps script;
  private final DenseLayers dense;
  private final QueryValueBias bias; // null when off
  private final LogPositionBias positionBias;
  private final NDArray qkvWeight; // [3C, C]
  private final Linear proj;
  private final Dropout dropout;

  WindowAttentionV2(ParameterScope p, SwinV2Block.Shape shape, WindowGrid grid, Dropout dropout) {
    int dim = shape.dim();
    this.heads = new Heads(shape.heads(), dim);
    this.grid = grid;
    this.dropout = dropout;
    Initializer normal = Initializer.truncNormal(0.02);
    logitScale =
        p.parameter("logit_scale", Initializer.constant(INITIAL_LOGIT_SCALE), shape.heads(), 1, 1);
    script = p.script();
    dense = p.dense();
    bias = shape.qkvBias() ? new QueryValueBias(p, dim) : null;
    positionBias = new LogPositionBias(p, grid, shape.pretrainedWindow(), shape.heads());
    qkvWeight = p.child("qkv").parameter("weight", normal, 3L * dim, dim);
    proj = new Linear(p.child("proj"), dim, dim, true, normal);
  }

  /**
   * Attends within each window.
   *
   * @param x windows [B * nW, N, C]
   * @param shiftMask [nW, N, N], or null in blocks that are not shifted
   */
  NDArray forward(NDArray x, NDArray shiftMask, boolean training) {
    NDArray projected = dense.linear(x, qkvWeight, bias == null ? null : bias.joined());
    List<NDArray> qkv = heads.split(projected); // 3 x [B*nW, heads, N, d]
    NDArray q = Ops.normalize(qkv.get(0));
    NDArray k = Ops.normalize(qkv.get(1));
    NDArray temperature = script.clampMax(logitScale, MAX_LOGIT_SCALE).exp(); // [heads, 1, 1]
    NDArray cosine = q.matMul(k.transpose(0, 1, 3, 2)).mul(temperature); // [B*nW, heads, N, N]
    NDArray attention = grid.addBias(cosine, positionBias.forward(), shiftMask);
    NDArray mixed = heads.join(Ops.softmax(attention).matMul(qkv.get(2))); // [B*nW, N, C]
    return dropout.elements(proj.forward(mixed), training);
  }
}
