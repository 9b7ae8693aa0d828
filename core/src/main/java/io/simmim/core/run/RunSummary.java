package io.simmim.core.run;

import io.simmim.core.fault.DataException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run in one line of a table, read from its manifest and the two ends of its event log, which
 * costs the same for a run of a minute and of a month.
 *
 * @param started empty when the run has not begun to train
 * @param lastStep empty when no step is near the end of the log
 * @param lastEpoch empty when no epoch ended near the end of the log
 * @param ended the last event, when it is an ending
 */
public record RunSummary(
    RunFolder folder,
    RunStatus status,
    Optional<RunManifest> manifest,
    Optional<RunEvent.Started> started,
    Optional<RunEvent.Step> lastStep,
    Optional<RunEvent.Epoch> lastEpoch,
    Optional<RunEvent.Ended> ended) {

  /**
   * Looks at a run now.
   *
   * @throws DataException when its files cannot be read
   */
  public static RunSummary read(RunFolder folder) throws DataException {
    RunStatus.Life life = RunStatus.Life.of(folder, Instant.now());
    EventLogEnds ends = EventLogEnds.read(folder.events());
    List<RunEvent> tail = ends.tail();
    Optional<RunEvent.Ended> ended =
        tail.isEmpty() ? Optional.empty() : only(tail.get(tail.size() - 1), RunEvent.Ended.class);
    return new RunSummary(
        folder,
        RunStatus.of(life, ended),
        life.manifest(),
        last(tail, RunEvent.Started.class).or(() -> last(ends.head(), RunEvent.Started.class)),
        last(tail, RunEvent.Step.class),
        last(tail, RunEvent.Epoch.class),
        ended);
  }

  private static <E extends RunEvent> Optional<E> last(List<RunEvent> events, Class<E> type) {
    for (int i = events.size() - 1; i >= 0; i--) {
      if (type.isInstance(events.get(i))) {
        return only(events.get(i), type);
      }
    }
    return Optional.empty();
  }

  private static <E extends RunEvent> Optional<E> only(RunEvent event, Class<E> type) {
    return Optional.of(event).filter(type::isInstance).map(type::cast);
  }
}
