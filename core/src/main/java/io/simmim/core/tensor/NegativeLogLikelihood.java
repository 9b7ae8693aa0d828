package io.simmim.core.tensor;

import ai.djl.ndarray.NDArray;

/** Cross entropy image by image, in double: so sums do not depend on how images were batched. */
public final class NegativeLogLikelihood {

  private NegativeLogLikelihood() {}

  /**
   * The sum over the batch of {@code -log softmax(logits)[label]}.
   *
   * @param logits [B, K] float32
   * @param labels B classes from 0 to K - 1
   */
  public static double sum(NDArray logits, long[] labels) {
    long samples = logits.getShape().get(0);
    if (samples != labels.length) {
      throw new IllegalArgumentException(
          "expected " + samples + " labels, one a row, got " + labels.length);
    }
    int classes = Math.toIntExact(logits.getShape().get(1));
    float[] values = Ops.floats(logits);
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      sum += ofRow(values, i * classes, classes, Math.toIntExact(labels[i]));
    }
    return sum;
  }

  private static double ofRow(float[] values, int from, int classes, int label) {
    double max = Double.NEGATIVE_INFINITY;
    for (int j = from; j < from + classes; j++) {
      max = Math.max(max, values[j]);
    }
    double sum = 0;
    for (int j = from; j < from + classes; j++) {
      sum += Math.exp(values[j] - max);
    }
    return max - values[from + label] + Math.log(sum);
  }
}
