package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Scope;

/** Halves the grid and doubles the channels: 2x2 neighbours joined, normalised, projected. */
final class PatchMerging implements Layer {

  private final int side;
  private final boolean normFirst;
  private final Linear reduction;
  private final LayerNorm norm;

  private PatchMerging(ParameterScope p, int side, int dim, boolean normFirst) {
    this.side = side;
    this.normFirst = normFirst;
    reduction =
        new Linear(p.child("reduction"), 4L * dim, 2L * dim, false, Initializer.truncNormal(0.02));
    norm = new LayerNorm(p.child("norm"), (normFirst ? 4L : 2L) * dim, LayerNorm.EPS);
  }

  /** The first Swin normalises the joined neighbours, 4C channels. */
  static PatchMerging normFirst(ParameterScope p, int side, int dim) {
    return new PatchMerging(p, side, dim, true);
  }

  /** Swin V2 normalises the projection, 2C channels. */
  static PatchMerging normLast(ParameterScope p, int side, int dim) {
    return new PatchMerging(p, side, dim, false);
  }

  /** x [B, side^2, C] -> [B, side^2 / 4, 2C]. */
  @Override
  public NDArray forward(NDArray x, NDArray sharedBias, boolean training) {
    return Scope.of(
        () -> {
          NDArray joined = join(x);
          return normFirst
              ? reduction.forward(norm.forward(joined))
              : norm.forward(reduction.forward(joined));
        });
  }

  private NDArray join(NDArray x) {
    long batch = x.getShape().get(0);
    long dim = x.getShape().get(2);
    int half = side / 2;
    // Channel groups run (row, column) = (0,0), (1,0), (0,1), (1,1): rows first.
    return x.reshape(batch, half, 2, half, 2, dim)
        .transpose(0, 1, 3, 4, 2, 5) // [B, half, half, column, row, C]
        .reshape(batch, (long) half * half, 4 * dim);
  }
}
