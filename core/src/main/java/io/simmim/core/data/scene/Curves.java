package io.simmim.core.data.scene;

import java.util.random.RandomGenerator;

/** The few functions that shape every picture. */
final class Curves {

  private Curves() {}

  static double clamp(double x) {
    return x < 0 ? 0 : x > 1 ? 1 : x;
  }

  /** 0 below {@code from}, 1 above {@code to}, smooth between. */
  static double smooth(double from, double to, double x) {
    double t = clamp((x - from) / (to - from));
    return t * t * (3 - 2 * t);
  }

  static double lerp(double from, double to, double t) {
    return from + (to - from) * t;
  }

  /** A bell of height 1 and the given half-width. */
  static double bell(double x, double width) {
    double t = x / width;
    return Math.exp(-t * t);
  }

  @SafeVarargs
  static <T> T pick(RandomGenerator rng, T... choices) {
    return choices[rng.nextInt(choices.length)];
  }
}
