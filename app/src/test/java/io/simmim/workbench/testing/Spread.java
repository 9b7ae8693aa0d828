package io.simmim.workbench.testing;

import java.util.List;
import java.util.Locale;

/** How measured times are spread, in words. */
public final class Spread {

  private Spread() {}

  /** Median, 95th percentile and maximum. */
  public static String of(List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "median %.2f, 95th percentile %.2f, highest %.2f of %d",
        sorted.get(sorted.size() / 2),
        sorted.get((int) (0.95 * (sorted.size() - 1))),
        sorted.get(sorted.size() - 1),
        sorted.size());
  }
}
