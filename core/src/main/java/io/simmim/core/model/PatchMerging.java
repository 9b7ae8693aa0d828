package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Scope;

/** Halves the grid and doubles the channels: 2x2 neighbours joined, normalised, projected. */
final class PatchMerging {

  private final int side;
  private final Linear reduction;
  private final LayerNorm norm;

  PatchMerging(ParameterScope p, int side, int dim) {
    this.side = side;
    reduction =
        new Linear(p.child("reduction"), 4L * dim, 2L * dim, false, Initializer.truncNormal(0.02));
    norm = new LayerNorm(p.child("norm"), 4L * dim, LayerNorm.EPS);
  }

  /** x [B, side^2, C] -> [B, side^2 / 4, 2C]. */
  NDArray forward(NDArray x) {
    return Scope.of(
        () -> {
          long batch = x.getShape().get(0);
          long dim = x.getShape().get(2);
          int half = side / 2;
          // Channel groups run (row, column) = (0,0), (1,0), (0,1), (1,1): rows first.
          NDArray joined =
              x.reshape(batch, half, 2, half, 2, dim)
                  .transpose(0, 1, 3, 4, 2, 5) // [B, half, half, column, row, C]
                  .reshape(batch, (long) half * half, 4 * dim);
          return reduction.forward(norm.forward(joined));
        });
  }
}
