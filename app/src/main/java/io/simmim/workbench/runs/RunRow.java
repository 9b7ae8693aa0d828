package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunStatus;
import io.simmim.core.run.RunSummary;
import io.simmim.workbench.fx.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A run as a line of the table.
 *
 * @param name MODEL.NAME
 * @param epochsDone epochs that ended
 * @param epochs epochs wanted; 0 before the run started
 */
public record RunRow(
    RunFolder folder,
    RunStatus status,
    String name,
    String tag,
    int epochsDone,
    int epochs,
    Optional<Double> lastLoss,
    Optional<Double> bestLoss,
    Optional<Double> imagesPerSecond,
    Optional<Duration> duration,
    Optional<Instant> startedAt) {

  /** The line for what was read of a run at {@code now}. */
  static RunRow of(RunSummary summary, Optional<Double> bestLoss, Instant now) {
    RunFolder folder = summary.folder();
    Optional<Instant> startedAt =
        summary
            .manifest()
            .map(m -> m.startedAt())
            .or(() -> summary.started().map(RunEvent.Started::time));
    return new RunRow(
        folder,
        summary.status(),
        folder.path().getParent().getFileName().toString(),
        folder.path().getFileName().toString(),
        summary.lastEpoch().map(e -> e.epoch() + 1).orElse(0),
        summary.started().map(RunEvent.Started::epochs).orElse(0),
        summary.lastStep().map(RunEvent.Step::loss),
        bestLoss,
        summary.lastStep().map(RunEvent.Step::imagesPerSecond),
        startedAt.map(start -> Duration.between(start, lastSign(summary, now))),
        startedAt);
  }

  private static Instant lastSign(RunSummary summary, Instant now) {
    if (summary.status() == RunStatus.RUNNING) {
      return now;
    }
    return summary
        .ended()
        .map(RunEvent.Ended::time)
        .or(() -> summary.lastStep().map(RunEvent.Step::time))
        .or(() -> summary.started().map(RunEvent.Started::time))
        .or(() -> summary.manifest().map(m -> m.startedAt()))
        .orElse(now);
  }

  /** Whether every word of {@code filter} is somewhere in the name, the tag or the status. */
  boolean matches(String filter) {
    return Search.finds(filter, name + " " + tag + " " + status);
  }
}
