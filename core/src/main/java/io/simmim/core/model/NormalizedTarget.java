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
  private final NDArray bessel; // [H, W], n / (n - 1) of the n pixels in the window around each
  private final NDArray zero; // []
  private final NDArray epsilon; // []

  /**
   * @param window odd side of the window in pixels, at least 3
   * @param imgSize side of the images in pixels
   */
  NormalizedTarget(ParameterScope p, int window, int imgSize) {
    if (window % 2 == 0) {
      throw new IllegalArgumentException("expected an odd window, got " + window);
    }
    this.window = window;
    script = p.script();
    bessel = p.constant(bessel(window, imgSize), imgSize, imgSize);
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
    NDArray biased = average(x.mul(x)).sub(mean.mul(mean));
    NDArray variance = biased.mul(bessel).maximum(zero);
    return variance.add(epsilon).sqrt();
  }

  private NDArray average(NDArray x) {
    return script.avgPool2d(x, window, window / 2);
  }

  private static float[] bessel(int window, int imgSize) {
    float[] factors = new float[imgSize * imgSize];
    for (int i = 0; i < factors.length; i++) {
      float count = inWindow(i / imgSize, window, imgSize) * inWindow(i % imgSize, window, imgSize);
      factors[i] = count / (count - 1);
    }
    return factors;
  }

  private static int inWindow(int centre, int window, int imgSize) {
    int first = Math.max(0, centre - window / 2);
    int last = Math.min(imgSize - 1, centre + window / 2);
    return last - first + 1;
  }
}
