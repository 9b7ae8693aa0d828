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

  private PatchEmbed(
      ParameterScope p, Size size, boolean withNorm, Initializer forWeight, Initializer forBias) {
    ParameterScope proj = p.child("proj");
    patchSize = size.patchSize();
    weight = proj.parameter("weight", forWeight, size.dim(), size.inChans(), patchSize, patchSize);
    bias = proj.parameter("bias", forBias, size.dim());
    norm = withNorm ? new LayerNorm(p.child("norm"), size.dim(), LayerNorm.EPS) : null;
  }

  /** Pixels along a patch's side, channels of the image, channels of a token. */
  record Size(int patchSize, int inChans, int dim) {}

  /** Swin keeps PyTorch's default initialisation of convolutions. */
  static PatchEmbed ofSwin(ParameterScope p, Size size, boolean withNorm) {
    long fanIn = (long) size.inChans() * size.patchSize() * size.patchSize();
    Initializer init = Initializer.kaimingUniform(fanIn);
    return new PatchEmbed(p, size, withNorm, init, init);
  }

  static PatchEmbed ofVit(ParameterScope p, Size size, Initializer forWeight) {
    return new PatchEmbed(p, size, false, forWeight, Initializer.constant(0));
  }

  /** x [B,3,H,W] -> tokens [B, H/patch * W/patch, dim]. */
  NDArray forward(NDArray x) {
    NDArray grid = Ops.patchConv2d(x, weight, bias, patchSize); // [B,dim,h,w]
    Shape s = grid.getShape();
    NDArray tokens = grid.reshape(s.get(0), s.get(1), s.get(2) * s.get(3)).transpose(0, 2, 1);
    return norm == null ? tokens : norm.forward(tokens);
  }
}
