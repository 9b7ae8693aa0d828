package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.launch.RunStage;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What the columns of the table of runs say. */
final class RunWords {

  private RunWords() {}

  static String stage(RunRow row) {
    return row.stage().map(RunStage::title).orElse(InWords.NONE);
  }

  static String epochs(RunRow row) {
    if (!row.isRun()) {
      return row.queued().map(QueuedPlace::words).orElse("");
    }
    return row.epochs() == 0 ? InWords.NONE : row.epochsDone() + " / " + row.epochs();
  }

  /** What waits starts when its device is free. */
  static String started(RunRow row) {
    boolean waits = row.state() == RunState.QUEUED;
    return waits ? "for " + row.device() : row.startedAt().map(InWords::time).orElse(InWords.NONE);
  }

  static Function<RunRow, String> loss(Function<RunRow, Optional<Double>> of) {
    return row -> of.apply(row).map(InWords::number).orElse(InWords.NONE);
  }

  static Optional<Double> top1(Optional<RunEvent.Validation> validation) {
    return validation.map(RunEvent.Validation::top1);
  }

  static String percent(Optional<RunEvent.Validation> validation) {
    return top1(validation).map(RunWords::hundredths).orElse(InWords.NONE);
  }

  /** With the epoch it was reached in; an evaluation has no better and worse epochs. */
  static String best(RunRow row) {
    return row.best()
        .filter(v -> row.epochs() > 0)
        .map(v -> hundredths(v.top1()) + " (" + (v.epoch() + 1) + ")")
        .orElse(InWords.NONE);
  }

  private static String hundredths(double percent) {
    return String.format(Locale.ROOT, "%.2f", percent);
  }
}
