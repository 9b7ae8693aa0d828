package io.simmim.core.tensor;

import ai.djl.ndarray.NDArray;

/** Which samples have their class among the k most likely ones (official top-1 and top-5). */
public final class TopK {

  private TopK() {}

  /**
   * How many samples are right. Of equal logits the earlier class comes first; a logit that is not
   * a number makes its sample wrong.
   *
   * @param logits [B, K] float32
   * @param labels B classes from 0 to K - 1
   * @param k at least 1; with more than K, every sample of numbers is right
   */
  public static int correct(NDArray logits, long[] labels, int k) {
    long samples = logits.getShape().get(0);
    if (samples != labels.length) {
      throw new IllegalArgumentException(
          "expected " + samples + " labels, one a row, got " + labels.length);
    }
    int classes = Math.toIntExact(logits.getShape().get(1));
    float[] values = Ops.floats(logits);
    int correct = 0;
    for (int i = 0; i < labels.length; i++) {
      correct += rank(values, i * classes, classes, labels[i]) < k ? 1 : 0;
    }
    return correct;
  }

  // Classes before the label's in falling order.
  private static int rank(float[] values, int from, int classes, long label) {
    int own = from + Math.toIntExact(label);
    int before = 0;
    for (int j = from; j < from + classes; j++) {
      if (Float.isNaN(values[j])) {
        return Integer.MAX_VALUE;
      }
      before += values[j] > values[own] || (values[j] == values[own] && j < own) ? 1 : 0;
    }
    return before;
  }
}
