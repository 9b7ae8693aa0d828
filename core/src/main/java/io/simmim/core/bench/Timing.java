package io.simmim.core.bench;

import java.util.List;

/**
 * How long repetitions took.
 *
 * <p>On a shared machine the fastest says most: others can only slow a computation down.
 *
 * @param min seconds of the fastest
 * @param median seconds of the middle one
 * @param seconds of each, in their order
 */
public record Timing(double min, double median, List<Double> seconds) {

  public Timing {
    seconds = List.copyOf(seconds);
  }

  /** Of at least one repetition. */
  static Timing of(List<Double> seconds) {
    if (seconds.isEmpty()) {
      throw new IllegalArgumentException("expected at least one repetition, got none");
    }
    List<Double> sorted = seconds.stream().sorted().toList();
    return new Timing(sorted.get(0), sorted.get(sorted.size() / 2), seconds);
  }
}
