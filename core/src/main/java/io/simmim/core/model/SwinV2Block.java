package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchScriptOps;

/**
 * {@code SwinTransformerBlock} of Swin V2 (paper, section 3.2): window attention and MLP, each
 * normalised last, each residual. The norms start at zero, so a new block changes nothing.
 */
final class SwinV2Block implements Layer {

  private final WindowGrid grid;
  private final TorchScriptOps script;
  private final NDArray shiftMask; // [nW, N, N], null when not shifted
  private final LayerNorm norm1;
  private final WindowAttentionV2 attention;
  private final LayerNorm norm2;
  private final Mlp mlp;
  private final Dropout dropout;

  SwinV2Block(ParameterScope p, Shape shape, WindowGrid grid, Dropout dropout) {
    this.grid = grid;
    this.script = p.script();
    this.dropout = dropout;
    shiftMask = grid.registerShiftMask(p);
    norm1 = LayerNorm.startingAtZero(p.child("norm1"), shape.dim(), LayerNorm.EPS);
    attention = new WindowAttentionV2(p.child("attn"), shape, grid, dropout);
    norm2 = LayerNorm.startingAtZero(p.child("norm2"), shape.dim(), LayerNorm.EPS);
    Initializer normal = Initializer.truncNormal(0.02);
    int hidden = (int) (shape.dim() * shape.mlpRatio());
    mlp = new Mlp(p.child("mlp"), shape.dim(), hidden, normal, normal);
  }

  /**
   * What all blocks of a stage share.
   *
   * @param pretrainedWindow window side that the position coordinates are scaled by, 0 for the
   *     block's own
   */
  record Shape(int dim, int heads, double mlpRatio, boolean qkvBias, int pretrainedWindow) {}

  /** x [B, L, C] -> [B, L, C]. */
  @Override
  public NDArray forward(NDArray x, NDArray sharedBias, boolean training) {
    return Scope.of(
        () -> {
          NDArray windows = grid.partition(x, script);
          NDArray attended = grid.merge(attention.forward(windows, shiftMask, training), script);
          NDArray y = x.add(dropout.path(norm1.forward(attended), training));
          NDArray mixed = mlp.forward(y, dropout, dropout, training);
          return y.add(dropout.path(norm2.forward(mixed), training));
        });
  }
}
