package io.simmim.workbench.compare;

import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * A number, and how far it is from that of the baseline.
 *
 * @param difference with its sign; empty without a baseline, and for the baseline itself
 * @param better whether the difference is one for the better; empty where neither is better
 */
public record DifferenceText(String value, String difference, Optional<Boolean> better) {

  /**
   * In words.
   *
   * @param lowerIsBetter empty where neither is better
   */
  static DifferenceText of(
      Optional<Double> value,
      Optional<Double> base,
      DoubleFunction<String> words,
      Optional<Boolean> lowerIsBetter) {
    if (value.isEmpty()) {
      return new DifferenceText(ConfigDifference.ABSENT, "", Optional.empty());
    }
    String text = words.apply(value.get());
    if (base.isEmpty() || base.get().equals(value.get())) {
      return new DifferenceText(text, "", Optional.empty());
    }
    double difference = value.get() - base.get();
    String sign = difference < 0 ? "\u2212" : "+";
    Optional<Boolean> better = lowerIsBetter.map(lower -> lower == difference < 0);
    return new DifferenceText(text, sign + words.apply(Math.abs(difference)), better);
  }
}
