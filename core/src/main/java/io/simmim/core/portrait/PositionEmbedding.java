package io.simmim.core.portrait;

import io.simmim.core.checkpoint.TensorData;
import java.util.List;
import java.util.Optional;

/**
 * A learned vector for each place of the image ({@code pos_embed}, {@code absolute_pos_embed}),
 * seen by how alike the vectors of two places are (ViT paper, figure 7).
 */
public final class PositionEmbedding {

  private final int side;
  private final int first;
  private final int dim;
  private final double[] values; // [1, L, C]

  private PositionEmbedding(int side, int first, int dim, double[] values) {
    this.side = side;
    this.first = first;
    this.dim = dim;
    this.values = values;
  }

  /** From [1, side^2, C], or [1, side^2 + 1, C] with the class token first; else empty. */
  public static Optional<PositionEmbedding> of(TensorData embedding) {
    List<Long> shape = embedding.shape();
    if (shape.size() != 3 || shape.get(0) != 1 || embedding.elements() == 0) {
      return Optional.empty();
    }
    int tokens = Math.toIntExact(shape.get(1));
    int whole = root(tokens);
    int side = whole > 0 ? whole : root(tokens - 1);
    return side == 0
        ? Optional.empty()
        : Optional.of(
            new PositionEmbedding(
                side, tokens - side * side, Math.toIntExact(shape.get(2)), embedding.doubles()));
  }

  private static int root(int n) {
    int root = (int) Math.round(Math.sqrt(Math.max(0, n)));
    return root * root == n ? root : 0;
  }

  /** Places along a side of the image. */
  public int side() {
    return side;
  }

  /** Cosine between the vector of one place and that of every place; NaN where one is zero. */
  public Grid similarity(int row, int column) {
    int chosen = row * side + column;
    return Grid.of(side, side, (r, c) -> cosine(chosen, r * side + c));
  }

  private double cosine(int a, int b) {
    return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  }

  private double dot(int a, int b) {
    double sum = 0;
    for (int i = 0; i < dim; i++) {
      sum += values[(first + a) * dim + i] * values[(first + b) * dim + i];
    }
    return sum;
  }
}
