package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.config.VitConfig;
import io.simmim.core.tensor.Scope;

/** A transformer block of ViT, with layer scale when INIT_VALUES is given. */
final class VitBlock implements Layer {

  /** {@code nn.LayerNorm}'s eps in the official ViT. */
  static final double EPS = 1e-6;

  private final NDArray gamma1; // [C] or null
  private final NDArray gamma2; // [C] or null
  private final LayerNorm norm1;
  private final VitAttention attention;
  private final LayerNorm norm2;
  private final Mlp mlp;
  private final Dropout dropout;

  /**
   * What all blocks share.
   *
   * @param side patches along each side of the image
   * @param ownPositionBias whether each block has a table of its own
   */
  record Shape(int dim, int heads, int side, boolean qkvBias, boolean ownPositionBias) {

    static Shape of(VitConfig c, int side) {
      return new Shape(c.embedDim(), c.numHeads(), side, c.qkvBias(), c.useRpb());
    }
  }

  /** Initial values: of the layers that read the residual stream, and of those that add to it. */
  record Start(Initializer input, Initializer output) {}

  VitBlock(ParameterScope p, VitConfig c, Shape shape, Start start, Dropout dropout) {
    this.dropout = dropout;
    int dim = shape.dim();
    boolean scaled = c.initValues().isPresent();
    gamma1 = scaled ? gamma(p, "gamma_1", c, dim) : null;
    gamma2 = scaled ? gamma(p, "gamma_2", c, dim) : null;
    norm1 = new LayerNorm(p.child("norm1"), dim, EPS);
    attention = new VitAttention(p.child("attn"), shape, start, dropout);
    norm2 = new LayerNorm(p.child("norm2"), dim, EPS);
    int hidden = (int) (dim * c.mlpRatio());
    mlp = new Mlp(p.child("mlp"), dim, hidden, start.input(), start.output());
  }

  private static NDArray gamma(ParameterScope p, String name, VitConfig c, int dim) {
    return p.parameter(name, Initializer.constant(c.initValues().getAsDouble()), dim);
  }

  /** x [B, N, C], sharedBias [heads, N, N] or null -> [B, N, C]. */
  @Override
  public NDArray forward(NDArray x, NDArray sharedBias, boolean training) {
    return Scope.of(
        () -> {
          NDArray attended = attention.forward(norm1.forward(x), sharedBias, training);
          NDArray y = x.add(dropout.path(scaled(attended, gamma1), training));
          NDArray mixed = mlp.forward(norm2.forward(y), Dropout.NONE, dropout, training);
          return y.add(dropout.path(scaled(mixed, gamma2), training));
        });
  }

  private static NDArray scaled(NDArray branch, NDArray gamma) {
    return gamma == null ? branch : branch.mul(gamma);
  }
}
