package io.simmim.core.reconstruct;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Mean absolute error of predictions, as a share of the error that the best constant, the median of
 * all targets, would make.
 */
final class RelativeError {

  private final List<float[]> targets = new ArrayList<>();
  private double error;

  /** Takes one picture into account; the arrays are of one length. */
  void add(float[] predicted, float[] target) {
    for (int i = 0; i < target.length; i++) {
      error += Math.abs(predicted[i] - target[i]);
    }
    targets.add(target);
  }

  /** 1 for predictions no better than the constant, 0 for perfect ones. */
  double value() {
    FloatBuffer all = FloatBuffer.allocate(targets.stream().mapToInt(t -> t.length).sum());
    targets.forEach(all::put);
    float[] sorted = all.array();
    Arrays.sort(sorted);
    float median = sorted[sorted.length / 2];
    double constant = 0;
    for (float pixel : sorted) {
      constant += Math.abs(pixel - median);
    }
    return error / constant;
  }
}
