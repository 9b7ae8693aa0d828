package io.simmim.workbench.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How fast a run goes: over its last steps by the clock, so that checkpoints, previews and waiting
 * for images count as well.
 */
final class Pace {

  private static final int REMEMBERED = 100;

  private record At(Instant time, long step) {}

  private final Deque<At> recent = new ArrayDeque<>();

  void stepped(Instant time, long step) {
    recent.addLast(new At(time, step));
    if (recent.size() > REMEMBERED) {
      recent.removeFirst();
    }
  }

  /** Time from the last step until {@code totalSteps} are done. */
  Optional<Duration> timeTo(long totalSteps) {
    if (recent.size() < 2) {
      return Optional.empty();
    }
    At first = recent.getFirst();
    At last = recent.getLast();
    long steps = last.step() - first.step();
    if (steps <= 0) {
      return Optional.empty();
    }
    long left = Math.max(0, totalSteps - 1 - last.step());
    double millis = (double) Duration.between(first.time(), last.time()).toMillis() / steps;
    return millis < 0 // the clock was set back
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.round(millis * left)));
  }
}
