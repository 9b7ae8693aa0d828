package io.simmim.core.data;

import java.nio.FloatBuffer;

/**
 * Targets of mixed images (timm {@code mixup_target}): a label is s / C for every class and 1 - s
 * more for its own; two labels are blended like their images.
 *
 * @param smoothing s, 0..1
 * @param classes C
 */
record SoftTargets(double smoothing, int classes) {

  /**
   * Puts a target [C] with sum 1 at the buffer's position.
   *
   * @param label class of the image, 0..C-1
   * @param partner class of the image it is mixed with, 0..C-1
   * @param lam share of {@code label}, 0..1
   */
  void write(int label, int partner, double lam, FloatBuffer target) {
    double off = smoothing / classes;
    float offValue = (float) off;
    float onValue = (float) (1 - smoothing + off);
    for (int i = 0; i < classes; i++) {
      float own = i == label ? onValue : offValue;
      float other = i == partner ? onValue : offValue;
      target.put(own * (float) lam + other * (float) (1 - lam));
    }
  }
}
