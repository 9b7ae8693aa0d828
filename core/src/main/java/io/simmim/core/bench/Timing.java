package io.simmim.core.bench;

import java.util.List;

/**
 * Seconds of each repetition, fastest first; at least one.
 *
 * <p>On a shared machine the fastest says most: others can only slow a computation down.
 */
public record Timing(List<Double> seconds) {

  public Timing {
    if (seconds.isEmpty()) {
      throw new IllegalArgumentException("expected at least one repetition");
    }
    seconds = seconds.stream().sorted().toList();
  }

  public double min() {
    return seconds.get(0);
  }

  public double median() {
    return seconds.get(seconds.size() / 2);
  }
}
