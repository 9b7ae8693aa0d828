package io.simmim.workbench.sweep;

import io.simmim.workbench.fx.InWords;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** A sweep in words. */
final class SweepWords {

  private static final String PART = "  ·  ";

  private SweepWords() {}

  /** {@code 2 × 3 combinations · 12 800 steps in all · about 2 h 10 min at the ...}. */
  static String summary(SweepPreview preview, Optional<MeasuredSpeed> speed) {
    StringBuilder words = new StringBuilder(product(preview));
    if (preview.steps() > 0) {
      words.append(PART).append(InWords.count(preview.steps())).append(" steps in all");
    }
    if (preview.images() > 0) {
      speed.ifPresent(known -> words.append(PART).append(time(preview.images(), known)));
    }
    return words.toString();
  }

  private static String product(SweepPreview preview) {
    String sizes =
        preview.sweep().stream()
            .flatMap(sweep -> sweep.axes().stream())
            .map(axis -> Integer.toString(axis.values().size()))
            .collect(Collectors.joining(" × "));
    return sizes + (preview.runs().size() == 1 ? " combination" : " combinations");
  }

  private static String time(long images, MeasuredSpeed speed) {
    Duration needed = Duration.ofSeconds(Math.round(images / speed.imagesPerSecond()));
    return "about "
        + InWords.duration(needed)
        + " one after the other, at the "
        + InWords.speed(speed.imagesPerSecond())
        + " images/s of "
        + speed.source();
  }

  /** On the button that makes the runs. */
  static String add(int runs) {
    return switch (runs) {
      case 0 -> "Add to the queue";
      case 1 -> "Add 1 run to the queue";
      default -> "Add " + InWords.count(runs) + " runs to the queue";
    };
  }

  /** Beside the box that leaves them out. */
  static String impossible(int combinations) {
    return combinations == 1
        ? "Leave out 1 impossible combination"
        : "Leave out " + combinations + " impossible combinations";
  }

  /** The first reason for which a combination is impossible; empty when none is. */
  static String why(SweepPreview preview) {
    return preview.runs().stream()
        .filter(run -> run.fate() == SweptRun.Fate.IMPOSSIBLE)
        .map(SweptRun::why)
        .findFirst()
        .orElse("");
  }

  /** What is not made again; empty when all is new. */
  static String existing(int runs) {
    return switch (runs) {
      case 0 -> "";
      case 1 -> "1 run is there already, or waits.";
      default -> runs + " runs are there already, or wait.";
    };
  }
}
