package io.simmim.core.model;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

/** Fills a new parameter, as {@code torch.nn.init} and timm's {@code trunc_normal_} do. */
@FunctionalInterface
interface Initializer {

  void fill(FloatBuffer data, RandomGenerator random);

  static Initializer constant(double value) {
    return (data, random) -> {
      while (data.hasRemaining()) {
        data.put((float) value);
      }
    };
  }

  /** Uniform in [-bound, bound). */
  static Initializer uniform(double bound) {
    return (data, random) -> {
      while (data.hasRemaining()) {
        data.put((float) ((2 * random.nextDouble() - 1) * bound));
      }
    };
  }

  /** PyTorch's default for convolutions, kaiming uniform with a = sqrt 5: 1 / sqrt(fan in). */
  static Initializer kaimingUniform(long fanIn) {
    return uniform(1 / Math.sqrt((double) fanIn));
  }

  /**
   * Normal with deviation {@code std}, cut at the absolute values -2 and 2 (timm 0.4.12), which for
   * small deviations cuts nothing.
   */
  static Initializer truncNormal(double std) {
    return truncNormal(std, 2);
  }

  /** As this, divided by {@code divisor}. */
  default Initializer dividedBy(double divisor) {
    return (data, random) -> {
      FloatBuffer values = data.duplicate();
      fill(data, random);
      for (int i = values.position(); i < values.limit(); i++) {
        values.put(i, (float) (values.get(i) / divisor));
      }
    };
  }

  /** Normal with deviation {@code std}, redrawn until within [-limit, limit]. */
  static Initializer truncNormal(double std, double limit) {
    return (data, random) -> {
      while (data.hasRemaining()) {
        double value = random.nextGaussian() * std;
        if (Math.abs(value) <= limit) {
          data.put((float) value);
        }
      }
    };
  }
}
