package io.simmim.core.image;

/**
 * The weights of one pass of Pillow's 8-bit resize (Pillow {@code src/libImaging/Resample.c}):
 * which input pixels make an output pixel, and with which weights of 22 fractional bits.
 *
 * @param first [out] first input pixel of each output pixel
 * @param count [out] number of input pixels of each output pixel
 * @param weights [out, stride] fixed-point weights
 * @param stride weights reserved for an output pixel
 */
record ResizeTaps(int[] first, int[] count, int[] weights, int stride) {

  /** Bits of a weight after the point. */
  static final int FRACTION_BITS = 22;

  static ResizeTaps of(int in, int out, Interpolation filter) {
    double scale = (double) in / out;
    double filterScale = Math.max(scale, 1);
    double support = filter.support() * filterScale;
    int stride = (int) Math.ceil(support) * 2 + 1;
    ResizeTaps taps = new ResizeTaps(new int[out], new int[out], new int[out * stride], stride);
    for (int i = 0; i < out; i++) {
      double center = (i + 0.5) * scale;
      int from = Math.max(0, (int) (center - support + 0.5));
      int to = Math.min(in, (int) (center + support + 0.5));
      taps.first[i] = from;
      taps.count[i] = to - from;
      taps.fill(i, filter, center, filterScale);
    }
    return taps;
  }

  private void fill(int i, Interpolation filter, double center, double filterScale) {
    double[] exact = new double[count[i]];
    double sum = 0;
    for (int tap = 0; tap < exact.length; tap++) {
      exact[tap] = filter.weight((tap + first[i] - center + 0.5) * (1 / filterScale));
      sum += exact[tap];
    }
    for (int tap = 0; tap < exact.length; tap++) {
      double normalized = sum == 0 ? exact[tap] : exact[tap] * (1 / sum);
      weights[i * stride + tap] =
          (int) (normalized * (1 << FRACTION_BITS) + Math.copySign(0.5, normalized));
    }
  }
}
