package io.simmim.core.config;

/**
 * The numbers a key allows, from {@code min} to {@code max}; an open end is itself not allowed.
 *
 * @param min may be negative infinity
 * @param max may be positive infinity
 */
public record NumberRange(double min, boolean minOpen, double max, boolean maxOpen) {

  static final NumberRange ANY = closed(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  static NumberRange closed(double min, double max) {
    return new NumberRange(min, false, max, false);
  }

  static NumberRange atLeast(double min) {
    return closed(min, Double.POSITIVE_INFINITY);
  }

  static NumberRange above(double min) {
    return new NumberRange(min, true, Double.POSITIVE_INFINITY, false);
  }

  /** Contains neither {@code min} nor {@code max}. */
  static NumberRange between(double min, double max) {
    return new NumberRange(min, true, max, true);
  }

  /** Contains {@code min} but not {@code max}. */
  static NumberRange fromBelow(double min, double max) {
    return new NumberRange(min, false, max, true);
  }

  public boolean contains(double value) {
    boolean aboveMin = minOpen ? value > min : value >= min;
    boolean belowMax = maxOpen ? value < max : value <= max;
    return aboveMin && belowMax;
  }

  /** For people: {@code at least 1}, {@code above 0 and below 1}; empty when all numbers are in. */
  public String describe() {
    String low =
        Double.isInfinite(min) ? "" : (minOpen ? "above " : "at least ") + NumberText.of(min);
    String high =
        Double.isInfinite(max) ? "" : (maxOpen ? "below " : "at most ") + NumberText.of(max);
    return low.isEmpty() || high.isEmpty() ? low + high : low + " and " + high;
  }
}
