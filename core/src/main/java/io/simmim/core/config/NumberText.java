package io.simmim.core.config;

import java.util.Locale;

/** Numbers as they appear in YAML files and messages. */
final class NumberText {

  private NumberText() {}

  /** Whole numbers without a fraction: {@code 1}, {@code 0.5}, {@code 1.0e-6}. */
  static String of(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : yaml(value);
  }

  /** Always a float for YAML 1.1 readers, which want a point and a signed exponent. */
  static String yaml(double value) {
    String text = Double.toString(value).toLowerCase(Locale.ROOT);
    return text.contains("e") && !text.contains("e-") ? text.replace("e", "e+") : text;
  }
}
