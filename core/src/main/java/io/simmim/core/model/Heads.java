package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Ops;
import java.util.List;

/**
 * How attention divides its channels among heads, each of d = dim / count.
 *
 * @param count heads
 * @param dim channels of all heads together: C
 */
record Heads(int count, int dim) {

  Heads {
    if (dim % count != 0) {
      throw new IllegalArgumentException(
          "expected channels divisible by heads, got " + dim + " and " + count);
    }
  }

  /** The usual factor on queries, d^-0.5. */
  double scale() {
    return Math.pow((double) dim / count, -0.5);
  }

  /** Projection [B, N, 3C] to queries, keys and values: 3 x [B, heads, N, d]. */
  List<NDArray> split(NDArray qkv) {
    long batch = qkv.getShape().get(0);
    long n = qkv.getShape().get(1);
    return Ops.unbind(qkv.reshape(batch, n, 3, count, dim / count).transpose(2, 0, 3, 1, 4));
  }

  /** What the heads found, [B, heads, N, d], side by side: [B, N, C]. */
  NDArray join(NDArray mixed) {
    long batch = mixed.getShape().get(0);
    long n = mixed.getShape().get(2);
    return mixed.transpose(0, 2, 1, 3).reshape(batch, n, dim);
  }
}
