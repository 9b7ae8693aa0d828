package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.GradMode;
import io.simmim.core.tensor.TorchScriptOps;

/**
 * MODEL.SIMMIM.NORM_TARGET: each pixel minus the mean of the window around it, over the window's
 * deviation ({@code norm_targets} in the official {@code simmim.py} of Swin-Transformer). Pixels
 * beyond the border do not count.
 */
final class NormalizedTarget implements PixelTarget {

  private final int window;
  private final TorchScriptOps script;
  private final NDArray one; // []
  private final NDArray zero; // []
  private final NDArray epsilon; // []

  /** {@code window} is the odd side of the window in pixels. */
  NormalizedTarget(ParameterScope p, int window) {
    if (window % 2 == 0) {
      throw new IllegalArgumentException("expected an odd window, got " + window);
    }
    this.window = window;
    script = p.script();
    one = p.constant(1);
    zero = p.constant(0);
    epsilon = p.constant(1e-6);
  }

  @Override
  public NDArray of(NDArray x) {
    try (GradMode off = GradMode.off()) {
      NDArray mean = average(x);
      return x.sub(mean).div(deviation(x, mean));
    }
  }

  @Override
  public NDArray pixels(NDArray prediction, NDArray x) {
    try (GradMode off = GradMode.off()) {
      NDArray mean = average(x);
      return prediction.mul(deviation(x, mean)).add(mean);
    }
  }

  private NDArray deviation(NDArray x, NDArray mean) {
    NDArray count = count(x);
    NDArray biased = average(x.mul(x)).sub(mean.mul(mean));
    NDArray variance = biased.mul(count.div(count.sub(one))).maximum(zero);
    return variance.add(epsilon).sqrt();
  }

  private NDArray average(NDArray x) {
    return script.avgPool2d(x, window, window / 2);
  }

  // [H, W]: how many pixels of the image lie in the window around each.
  private NDArray count(NDArray x) {
    NDArray rows = inWindow(x, x.getShape().get(2));
    NDArray columns = inWindow(x, x.getShape().get(3));
    return rows.reshape(-1, 1).mul(columns.reshape(1, -1));
  }

  private NDArray inWindow(NDArray x, long side) {
    float[] counts = new float[Math.toIntExact(side)];
    for (int i = 0; i < side; i++) {
      int first = Math.max(0, i - window / 2);
      int last = (int) Math.min(side - 1, i + window / 2);
      counts[i] = last - first + 1;
    }
    return x.getManager().create(counts);
  }
}
