package io.simmim.core.pretrained;

/**
 * Cubic spline through given points whose third derivative is continuous at the second and the last
 * but one of them ("not a knot"; de Boor, A Practical Guide to Splines, chapter IV). A spline is
 * linear in its values, so it is given as weights. Fewer than four points determine no cubic: three
 * give a parabola, two a line, one a constant.
 */
final class NotAKnotSpline {

  private NotAKnotSpline() {}

  /**
   * Weights of the values at {@code knots} in the values at {@code positions}, [positions, knots].
   * Positions outside of the knots are moved to the nearest knot, as FITPACK does.
   *
   * @param knots ascending
   */
  static double[][] weights(double[] knots, double[] positions) {
    double[][] curvature = knots.length < 4 ? null : curvature(knots);
    double[][] weights = new double[positions.length][];
    for (int i = 0; i < positions.length; i++) {
      double x = Math.max(knots[0], Math.min(knots[knots.length - 1], positions[i]));
      weights[i] = curvature == null ? polynomial(knots, x) : spline(knots, curvature, x);
    }
    return weights;
  }

  private static double[] polynomial(double[] knots, double x) {
    double[] weights = new double[knots.length];
    for (int i = 0; i < knots.length; i++) {
      weights[i] = 1;
      for (int j = 0; j < knots.length; j++) {
        weights[i] *= i == j ? 1 : (x - knots[j]) / (knots[i] - knots[j]);
      }
    }
    return weights;
  }

  private static double[] spline(double[] knots, double[][] curvature, double x) {
    int i = 0;
    while (i < knots.length - 2 && x > knots[i + 1]) {
      i++;
    }
    double h = knots[i + 1] - knots[i];
    double right = (x - knots[i]) / h;
    double left = 1 - right;
    double[] weights = new double[knots.length];
    for (int j = 0; j < weights.length; j++) {
      weights[j] =
          h
              * h
              / 6
              * ((left * left - 1) * left * curvature[i][j]
                  + (right * right - 1) * right * curvature[i + 1][j]);
    }
    weights[i] += left;
    weights[i + 1] += right;
    return weights;
  }

  /** Weights of the values in the second derivative at each knot, [knots, knots]. */
  private static double[][] curvature(double[] knots) {
    int n = knots.length;
    double[][] system = new double[n][2 * n]; // left: the equations; right: their sides by value
    for (int i = 1; i < n - 1; i++) {
      double before = knots[i] - knots[i - 1];
      double after = knots[i + 1] - knots[i];
      system[i][i - 1] = before;
      system[i][i] = 2 * (before + after);
      system[i][i + 1] = after;
      system[i][n + i - 1] = 6 / before;
      system[i][n + i] = -6 / before - 6 / after;
      system[i][n + i + 1] = 6 / after;
    }
    notAKnot(system[0], 0, knots);
    notAKnot(system[n - 1], n - 3, knots);
    return LinearSystem.solve(system);
  }

  private static void notAKnot(double[] equation, int first, double[] knots) {
    double before = knots[first + 1] - knots[first];
    double after = knots[first + 2] - knots[first + 1];
    equation[first] = -after;
    equation[first + 1] = before + after;
    equation[first + 2] = -before;
  }
}
