package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchScriptOps;
import java.util.OptionalDouble;

/** {@code SwinTransformerBlock}: window attention and MLP, each normalised first, each residual. */
final class SwinBlock implements Layer {

  private final WindowGrid grid;
  private final TorchScriptOps script;
  private final NDArray shiftMask; // [nW, N, N], null when not shifted
  private final LayerNorm norm1;
  private final WindowAttention attention;
  private final LayerNorm norm2;
  private final Mlp mlp;
  private final Dropout dropout;

  SwinBlock(ParameterScope p, Shape shape, WindowGrid grid, Dropout dropout) {
    this.grid = grid;
    this.script = p.script();
    this.dropout = dropout;
    // Registered before the children, as state_dict lists a module's own buffers first.
    shiftMask = grid.registerShiftMask(p);
    norm1 = new LayerNorm(p.child("norm1"), shape.dim(), LayerNorm.EPS);
    attention =
        new WindowAttention(
            p.child("attn"),
            shape.dim(),
            shape.heads(),
            grid,
            shape.qkvBias(),
            shape.qkScale(),
            dropout);
    norm2 = new LayerNorm(p.child("norm2"), shape.dim(), LayerNorm.EPS);
    Initializer normal = Initializer.truncNormal(0.02);
    int hidden = (int) (shape.dim() * shape.mlpRatio());
    mlp = new Mlp(p.child("mlp"), shape.dim(), hidden, normal, normal);
  }

  /** What all blocks of a stage share. */
  record Shape(int dim, int heads, double mlpRatio, boolean qkvBias, OptionalDouble qkScale) {}

  /** x [B, L, C] -> [B, L, C]. */
  @Override
  public NDArray forward(NDArray x, NDArray sharedBias, boolean training) {
    return Scope.of(
        () -> {
          NDArray windows = grid.partition(norm1.forward(x), script);
          NDArray attended = grid.merge(attention.forward(windows, shiftMask, training), script);
          NDArray y = x.add(dropout.path(attended, training));
          NDArray mixed = mlp.forward(norm2.forward(y), dropout, dropout, training);
          return y.add(dropout.path(mixed, training));
        });
  }
}
