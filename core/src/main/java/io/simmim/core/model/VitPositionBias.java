package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Ops;

/**
 * A learned bias for each pair of tokens and head, by relative position, with three extra rows:
 * class token to patch, patch to class token, class token to itself.
 */
final class VitPositionBias {

  private final NDArray table; // [(2h-1)^2 + 3, heads]
  private final NDArray index; // [N, N] int64, N = h^2 + 1

  /** {@code side} patches along each side of the image. */
  VitPositionBias(ParameterScope p, int side, int heads) {
    long rows = (2L * side - 1) * (2L * side - 1) + 3;
    long tokens = (long) side * side + 1;
    table = p.parameter("relative_position_bias_table", Initializer.constant(0), rows, heads);
    index = p.buffer("relative_position_index", index(side, rows), tokens, tokens);
  }

  /** [heads, N, N]. */
  NDArray forward() {
    return Ops.embedding(index, table).transpose(2, 0, 1);
  }

  static long[] index(int side, long rows) {
    int tokens = side * side + 1;
    long[] index = new long[tokens * tokens];
    for (int i = 1; i < tokens; i++) {
      index[i] = rows - 3;
      index[i * tokens] = rows - 2;
    }
    index[0] = rows - 1;
    long[] patches = new WindowGrid(side, side, 0).relativePositionIndex();
    for (int i = 1; i < tokens; i++) {
      System.arraycopy(patches, (i - 1) * (tokens - 1), index, i * tokens + 1, tokens - 1);
    }
    return index;
  }
}
