package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunNotes;
import io.simmim.core.run.RunStatus;
import io.simmim.core.run.RunSummary;
import io.simmim.workbench.launch.RunStage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A run as a line of the table.
 *
 * @param stage empty before the run said what it does
 * @param name MODEL.NAME
 * @param epochsDone epochs that ended
 * @param epochs epochs wanted; 0 before the run started and where nothing is trained
 * @param lastLoss mean of the newest epoch, of the newest step while none ended, or of an
 *     evaluation
 * @param last newest accuracy
 * @param best accuracy with the highest top-1
 * @param notes what people wrote about it
 * @param imported whether only its log was taken over
 * @param device {@code cpu} or {@code cuda:N}; empty when unknown
 * @param queued its place, when it is no run yet but waits to become one
 */
public record RunRow(
    RunFolder folder,
    RunStatus status,
    Optional<RunStage> stage,
    String name,
    String tag,
    int epochsDone,
    int epochs,
    Optional<Double> lastLoss,
    Optional<Double> bestLoss,
    Optional<RunEvent.Validation> last,
    Optional<RunEvent.Validation> best,
    Optional<Double> imagesPerSecond,
    Optional<Duration> duration,
    Optional<Instant> startedAt,
    RunNotes notes,
    boolean imported,
    String device,
    Optional<QueuedPlace> queued) {

  /** The line for what was read of a run at {@code now}. */
  static RunRow of(RunSummary summary, EpochResults results, RunNotes notes, Instant now) {
    RunFolder folder = summary.folder();
    Optional<RunStage> stage = StageOfRun.of(summary.started(), summary.manifest());
    boolean trains = stage.map(RunStage::trains).orElse(true);
    Optional<RunEvent.Validation> last = Accuracy.last(results.validations());
    Optional<Instant> startedAt =
        summary
            .manifest()
            .map(m -> m.startedAt())
            .or(() -> summary.started().map(RunEvent.Started::time));
    return new RunRow(
        folder,
        summary.status(),
        stage,
        folder.path().getParent().getFileName().toString(),
        folder.path().getFileName().toString(),
        summary.lastEpoch().map(e -> e.epoch() + 1).orElse(0),
        trains ? summary.started().map(RunEvent.Started::epochs).orElse(0) : 0,
        lastLoss(summary).or(() -> last.map(RunEvent.Validation::loss)),
        results.bestLoss(),
        last,
        Accuracy.best(results.validations()),
        summary
            .lastStep()
            .map(RunEvent.Step::imagesPerSecond)
            .filter(Double::isFinite)
            .or(() -> results.throughput().map(RunEvent.Throughput::imagesPerSecond))
            .or(() -> last.filter(v -> v.seconds() > 0).map(v -> v.images() / v.seconds())),
        startedAt
            .map(start -> Duration.between(start, lastSign(summary, now)))
            .filter(duration -> !duration.isNegative()), // else the clock was set back
        startedAt,
        notes,
        summary.manifest().filter(RunManifest::isImported).isPresent(),
        summary.manifest().filter(m -> !m.isImported()).map(RunManifest::device).orElse(""),
        Optional.empty());
  }

  /** The line for a run that waits in the queue. */
  static RunRow waiting(QueuedPlace place) {
    RunFolder folder = place.run().runFolder();
    return new RunRow(
        folder,
        RunStatus.STOPPED,
        RunStage.of(place.run().stage()),
        folder.path().getParent().getFileName().toString(),
        folder.path().getFileName().toString(),
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new RunNotes(place.labels(), place.failure()),
        false,
        place.run().device(),
        Optional.of(place));
  }

  /** Whether it is a run already, with a folder of its own. */
  boolean isRun() {
    return queued.isEmpty();
  }

  /** The same with other words about it. */
  RunRow withNotes(RunNotes now) {
    return new RunRow(
        folder,
        status,
        stage,
        name,
        tag,
        epochsDone,
        epochs,
        lastLoss,
        bestLoss,
        last,
        best,
        imagesPerSecond,
        duration,
        startedAt,
        now,
        imported,
        device,
        queued);
  }

  /** The status as the table words it. */
  public RunState state() {
    RunState now = imported ? RunState.IMPORTED : RunState.of(status);
    return queued.map(QueuedPlace::state).orElse(now);
  }

  /** A mean where there is one: a single step could seem better than the best epoch. */
  private static Optional<Double> lastLoss(RunSummary summary) {
    return summary
        .lastEpoch()
        .map(RunEvent.Epoch::meanLoss)
        .or(() -> summary.lastStep().map(RunEvent.Step::loss));
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
}
