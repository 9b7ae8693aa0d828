package io.simmim.workbench.runs;

import io.simmim.core.fault.DataException;
import io.simmim.core.run.EventReader;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunStatus;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what a run added to its folder since the last look. For one thread. */
public final class RunFollower {

  private static final long SECONDS_BETWEEN_LIFE_SIGNS = 1;

  private final RunFolder folder;
  private final EventReader reader;
  private RunStory story = new RunStory();
  private int generation;
  private RunStatus.Life life = new RunStatus.Life(true, Optional.empty());
  private Instant lastLifeSign = Instant.MIN;
  private FollowedRun last;

  public RunFollower(RunFolder folder) {
    this.folder = folder;
    this.reader = new EventReader(folder.events());
  }

  /**
   * The run as it is now, or nothing when it is as it was at the last look.
   *
   * @throws DataException if the folder cannot be read
   */
  public Optional<FollowedRun> poll(Instant now) throws DataException {
    // A run that was only just launched has no folder yet. Looked for before signs of life, and
    // those before the events: what begins or ends between two looks has not crashed.
    boolean coming = !folder.exists();
    lookForLife(now);
    List<RunEvent> events = reader.poll();
    if (reader.generation() != generation) {
      generation = reader.generation();
      story = new RunStory();
    }
    events.forEach(story::tell);
    if (events.stream().anyMatch(RunEvent.Ended.class::isInstance)) {
      // The manifest, which was written before, says whether it is this run's ending.
      life = RunStatus.Life.of(folder, now);
    }
    Optional<RunManifest> manifest = life.manifest();
    RunStatus status =
        RunStatus.of(new RunStatus.Life(life.alive() || coming, manifest), story.ended());
    boolean stopping = status == RunStatus.RUNNING && Files.exists(folder.stopRequest());
    boolean same = last != null && last.status() == status && last.stopping() == stopping;
    if (same && events.isEmpty()) {
      return Optional.empty();
    }
    last = new FollowedRun(folder, status, stopping, manifest, story.snapshot());
    return Optional.of(last);
  }

  private void lookForLife(Instant now) throws DataException {
    // A clock that was set back must not end the looking.
    boolean recent =
        !lastLifeSign.isAfter(now)
            && lastLifeSign.plusSeconds(SECONDS_BETWEEN_LIFE_SIGNS).isAfter(now);
    if (recent && life.manifest().isPresent()) {
      return;
    }
    life = RunStatus.Life.of(folder, now);
    lastLifeSign = now;
  }
}
