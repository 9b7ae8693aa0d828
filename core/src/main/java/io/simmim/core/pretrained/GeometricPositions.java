package io.simmim.core.pretrained;

import java.util.Arrays;

/**
 * Where the rows of a small table of relative positions lie inside a larger one: close together at
 * the centre, ever further apart outwards (BEiT's geometric interpolation, in SimMIM's {@code
 * utils.py}).
 */
final class GeometricPositions {

  private static final double SMALLEST_RATIO = 1.01;
  private static final double LARGEST_RATIO = 1.5;
  private static final double PRECISION = 1e-6;

  private GeometricPositions() {}

  /**
   * Positions of the source's rows, counted from the centre in rows of the target.
   *
   * @param source rows of the table that is read, odd
   * @param target rows of the table that is wanted, odd
   */
  static double[] of(int source, int target) {
    int half = source / 2;
    double ratio = ratio(half, target / 2);
    double[] positions = new double[source];
    double distance = 0;
    for (int i = 1; i <= half; i++) {
      distance += Math.pow(ratio, i - 1.0);
      positions[half + i] = distance;
      positions[half - i] = -distance;
    }
    return positions;
  }

  /** Positions of the target's rows: the integers around 0. */
  static double[] integers(int target) {
    double[] positions = new double[target];
    Arrays.setAll(positions, i -> i - target / 2);
    return positions;
  }

  // The last midpoint of the bisection, not the middle of what remains, as the official code.
  private static double ratio(int terms, int length) {
    double low = SMALLEST_RATIO;
    double high = LARGEST_RATIO;
    double ratio = low;
    while (high - low > PRECISION) {
      ratio = (low + high) / 2;
      if ((1 - Math.pow(ratio, terms)) / (1 - ratio) > length) {
        high = ratio;
      } else {
        low = ratio;
      }
    }
    return ratio;
  }
}
