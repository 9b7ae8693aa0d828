package io.simmim.core.data.scene;

import java.util.Arrays;

/**
 * Light scattered in the lens: what is brighter than white spreads softly over its surroundings.
 */
final class Glow {

  private static final float THRESHOLD = 0.9f;
  private static final float BRIGHTEST = 12;
  private static final int PASSES = 3;

  private Glow() {}

  static void add(float[] light, int side, float share) {
    float[] bright = new float[light.length];
    for (int i = 0; i < light.length; i++) {
      bright[i] = Math.max(0, Math.min(BRIGHTEST, light[i]) - THRESHOLD);
    }
    int radius = Math.max(1, side / 40);
    for (int pass = 0; pass < PASSES; pass++) {
      bright = transposedBlur(transposedBlur(bright, side, radius), side, radius);
    }
    for (int i = 0; i < light.length; i++) {
      light[i] += share * bright[i];
    }
  }

  /** A box blur along the rows, written with rows and columns exchanged. */
  private static float[] transposedBlur(float[] in, int side, int radius) {
    float[] out = new float[in.length];
    float[] sums = new float[3];
    for (int row = 0; row < side; row++) {
      Arrays.fill(sums, 0);
      for (int column = -radius; column < side; column++) {
        for (int channel = 0; channel < 3; channel++) {
          if (column + radius < side) {
            sums[channel] += in[(row * side + column + radius) * 3 + channel];
          }
          if (column - radius - 1 >= 0) {
            sums[channel] -= in[(row * side + column - radius - 1) * 3 + channel];
          }
          if (column >= 0) {
            out[(column * side + row) * 3 + channel] = sums[channel] / (2 * radius + 1);
          }
        }
      }
    }
    return out;
  }
}
