package io.simmim.core.data;

import java.util.random.RandomGenerator;

/**
 * The symmetric beta distribution, drawn as X / (X + Y) of two gamma variables. These come from the
 * method of Marsaglia and Tsang ("A simple method for generating gamma variables", 2000), which
 * needs a shape of at least 1; smaller ones by its rule gamma(a) = gamma(a + 1) * U^(1/a), in
 * logarithms, so that small shapes do not underflow.
 *
 * @param alpha both shape parameters, above 0
 */
record BetaDistribution(double alpha) {

  /** A number in 0..1. */
  double draw(RandomGenerator rng) {
    double x = logGamma(rng);
    double y = logGamma(rng);
    return 1 / (1 + Math.exp(y - x));
  }

  private double logGamma(RandomGenerator rng) {
    double d = alpha + 1 - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double normal = rng.nextGaussian();
      double v = Math.pow(1 + c * normal, 3);
      double accept = 0.5 * normal * normal + d - d * v;
      if (v > 0 && Math.log(open(rng)) < accept + d * Math.log(v)) {
        return Math.log(d * v) + Math.log(open(rng)) / alpha;
      }
    }
  }

  /** Uniform in (0, 1]. */
  private static double open(RandomGenerator rng) {
    return 1 - rng.nextDouble();
  }
}
