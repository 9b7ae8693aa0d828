package io.simmim.core.pretrained;

/**
 * Bicubic resizing as {@code torch.nn.functional.interpolate(mode='bicubic', align_corners=False)}:
 * Keys' kernel with a = -0.75 over four neighbours, edges repeated, not widened when the grid
 * shrinks.
 */
final class BicubicWeights {

  private static final double A = -0.75;

  private BicubicWeights() {}

  /** Weights of {@code source} samples in each of {@code target} samples, [target, source]. */
  static double[][] of(int source, int target) {
    double[][] weights = new double[target][source];
    double scale = (double) source / target;
    for (int i = 0; i < target; i++) {
      double centre = scale * (i + 0.5) - 0.5;
      int first = (int) Math.floor(centre) - 1;
      for (int tap = first; tap < first + 4; tap++) {
        int inside = Math.max(0, Math.min(source - 1, tap));
        weights[i][inside] += kernel(Math.abs(centre - tap));
      }
    }
    return weights;
  }

  private static double kernel(double x) {
    return x <= 1 ? ((A + 2) * x - (A + 3)) * x * x + 1 : ((A * x - 5 * A) * x + 8 * A) * x - 4 * A;
  }
}
