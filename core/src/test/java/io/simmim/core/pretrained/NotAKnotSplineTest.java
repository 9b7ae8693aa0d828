package io.simmim.core.pretrained;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotAKnotSplineTest {

  private static double[] knots(int count) {
    double[] knots = new double[count];
    for (int i = 1; i < count; i++) {
      knots[i] = knots[i - 1] + 0.5 + 0.3 * (i % 3);
    }
    return knots;
  }

  private static double value(double[] knots, DoubleUnaryOperator f, double x) {
    double[] weights = NotAKnotSpline.weights(knots, new double[] {x})[0];
    double sum = 0;
    for (int i = 0; i < knots.length; i++) {
      sum += weights[i] * f.applyAsDouble(knots[i]);
    }
    return sum;
  }

  // A natural spline would bend away from the cubic near the ends.
  @ParameterizedTest
  @ValueSource(ints = {4, 5, 8, 31})
  void isACubicWhereTheValuesAre(int count) {
    double[] knots = knots(count);
    double last = knots[count - 1];
    DoubleUnaryOperator cubic = x -> 1 + x * (0.3 + x * (-0.2 + x * 0.05));
    for (double x = 0; x < last; x += last / 37) {
      assertEquals(
          cubic.applyAsDouble(x), value(knots, cubic, x), 1e-9 * Math.pow(last, 3), "" + x);
    }
  }

  @Test
  void goesThroughItsPoints() {
    double[] knots = knots(9);
    for (double knot : knots) {
      assertEquals(Math.sin(7 * knot), value(knots, x -> Math.sin(7 * x), knot), 1e-12);
    }
  }

  @Test
  void staysAtItsEndsOutside() {
    double[] knots = knots(6);
    assertEquals(Math.exp(0), value(knots, Math::exp, -100), 1e-12);
    assertEquals(Math.exp(knots[5]), value(knots, Math::exp, 1e6), 1e-9);
  }

  @Test
  void fallsToTheDegreeThatFewPointsAllow() {
    assertEquals(1.5 * 1.5, value(new double[] {0, 1, 2}, x -> x * x, 1.5), 1e-12);
    assertEquals(5, value(new double[] {1, 3}, x -> 2 * x + 1, 2), 1e-12);
    assertEquals(7, value(new double[] {0}, x -> 7, 3), 1e-12);
  }
}
