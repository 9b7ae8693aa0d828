package io.simmim.core.image;

import java.util.Arrays;

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

  private static final int FRACTION_BITS = 22;
  private static final int HALF = 1 << FRACTION_BITS - 1;

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

  /** Resizes a row of RGB pixels, bytes to unsigned values. */
  void applyToRow(byte[] in, int inAt, int[] out, int outAt) {
    for (int i = 0; i < count.length; i++, outAt += RgbImage.CHANNELS) {
      int at = inAt + first[i] * RgbImage.CHANNELS;
      int red = HALF;
      int green = HALF;
      int blue = HALF;
      for (int w = i * stride, end = w + count[i]; w < end; w++, at += RgbImage.CHANNELS) {
        int weight = weights[w];
        red += (in[at] & 0xff) * weight;
        green += (in[at + 1] & 0xff) * weight;
        blue += (in[at + 2] & 0xff) * weight;
      }
      out[outAt] = clip(red);
      out[outAt + 1] = clip(green);
      out[outAt + 2] = clip(blue);
    }
  }

  /** Makes row i of the output out of rows of {@code width} unsigned values. */
  void applyToColumns(int i, int[] in, int width, int[] sums, byte[] out) {
    Arrays.fill(sums, HALF);
    for (int tap = 0; tap < count[i]; tap++) {
      int weight = weights[i * stride + tap];
      int at = (first[i] + tap) * width;
      for (int x = 0; x < width; x++) {
        sums[x] += in[at + x] * weight;
      }
    }
    int at = i * width;
    for (int x = 0; x < width; x++) {
      out[at + x] = (byte) clip(sums[x]);
    }
  }

  private static int clip(int sum) {
    return Math.max(0, Math.min(255, sum >> FRACTION_BITS));
  }
}
