package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.tensor.Ops;

/** Cuts the image into patches and projects each to a token: conv with kernel = stride = patch. */
final class PatchEmbed {

  private final NDArray weight; // [dim, in_chans, patch, patch]
  private final NDArray bias; // [dim]
  private final LayerNorm norm; // null without PATCH_NORM
  private final int patchSize;

  PatchEmbed(ParameterScope p, int patchSize, int inChans, int dim, boolean withNorm) {
    Initializer init = Initializer.kaimingUniform((long) inChans * patchSize * patchSize);
    weight = p.child("proj").parameter("weight", init, dim, inChans, patchSize, patchSize);
    bias = p.child("proj").parameter("bias", init, dim);
    norm = withNorm ? new LayerNorm(p.child("norm"), dim, LayerNorm.EPS) : null;
    this.patchSize = patchSize;
  }

  /** x [B,3,H,W] -> tokens [B, H/patch * W/patch, dim]. */
  NDArray forward(NDArray x) {
    NDArray grid = Ops.patchConv2d(x, weight, bias, patchSize); // [B,dim,h,w]
    Shape s = grid.getShape();
    NDArray tokens = grid.reshape(s.get(0), s.get(1), s.get(2) * s.get(3)).transpose(0, 2, 1);
    return norm == null ? tokens : norm.forward(tokens);
  }
}
