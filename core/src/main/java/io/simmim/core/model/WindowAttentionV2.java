package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
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

  private final int dim;
  private final int heads;
  private final WindowGrid grid;
  private final NDArray logitScale; // [heads, 1, 1]
  private final TorchScriptOps script;
  private final NDArray qBias; // [C] or null
  private final NDArray kBias; // [C] zeros, not trained, or null
  private final NDArray vBias; // [C] or null
  private final LogPositionBias positionBias;
  private final NDArray qkvWeight; // [3C, C]
  private final Linear proj;
  private final Dropout dropout;

  WindowAttentionV2(ParameterScope p, SwinV2Block.Shape shape, WindowGrid grid, Dropout dropout) {
    this.dim = shape.dim();
    this.heads = shape.heads();
    this.grid = grid;
    this.dropout = dropout;
    Initializer zero = Initializer.constant(0);
    Initializer normal = Initializer.truncNormal(0.02);
    logitScale = p.parameter("logit_scale", Initializer.constant(INITIAL_LOGIT_SCALE), heads, 1, 1);
    script = p.script();
    qBias = shape.qkvBias() ? p.parameter("q_bias", zero, dim) : null;
    vBias = shape.qkvBias() ? p.parameter("v_bias", zero, dim) : null;
    kBias = shape.qkvBias() ? p.constant(new float[dim]) : null;
    positionBias = new LogPositionBias(p, grid, shape.pretrainedWindow(), heads);
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
    long windows = x.getShape().get(0);
    long n = x.getShape().get(1);
    List<NDArray> heads3 =
        Ops.unbind(
            Ops.linear(x, qkvWeight, qkvBias())
                .reshape(windows, n, 3, heads, dim / heads)
                .transpose(2, 0, 3, 1, 4)); // 3 x [B*nW, heads, N, d]
    NDArray q = Ops.normalize(heads3.get(0));
    NDArray k = Ops.normalize(heads3.get(1));
    NDArray temperature = script.clampMax(logitScale, MAX_LOGIT_SCALE).exp(); // [heads, 1, 1]
    NDArray cosine = q.matMul(k.transpose(0, 1, 3, 2)).mul(temperature); // [B*nW, heads, N, N]
    NDArray attention = grid.addBias(cosine, positionBias.forward(), shiftMask);
    NDArray mixed = Ops.softmax(attention).matMul(heads3.get(2));
    NDArray joined = mixed.transpose(0, 2, 1, 3).reshape(windows, n, dim);
    return dropout.elements(proj.forward(joined), training);
  }

  private NDArray qkvBias() {
    return qBias == null ? null : NDArrays.concat(new NDList(qBias, kBias, vBias));
  }
}
