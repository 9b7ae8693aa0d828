package io.simmim.core.run;

import io.simmim.core.fault.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What has become of a run. */
public enum RunStatus {
  RUNNING,
  FINISHED,
  STOPPED,
  FAILED,
  /** The process is gone and never said how it ended. */
  CRASHED;

  /** A run on another machine that gave no sign of life for so long is taken for dead. */
  static final Duration SILENCE = Duration.ofSeconds(60);

  /**
   * Whether the training process is there, and what the run's manifest says. Look for it
   * <em>before</em> reading the events that are given to {@link #of}: then a run that ends
   * meanwhile is not called crashed.
   */
  public record Life(boolean alive, Optional<RunManifest> manifest) {

    /** Looks now. */
    public static Life of(RunFolder folder, Instant now) throws DataException {
      Optional<RunManifest> manifest = RunManifest.read(folder.manifest());
      if (isAlive(folder, manifest, now)) {
        return new Life(true, manifest);
      }
      // It may have ended between the two looks.
      return new Life(false, RunManifest.read(folder.manifest()));
    }
  }

  /**
   * On this machine by looking for the process, on another one by its sign of life ({@link
   * RunLock}) on the shared disk.
   */
  static boolean isAlive(RunFolder folder, Optional<RunManifest> manifest, Instant now) {
    Optional<RunOwner> owner = manifest.map(RunManifest::owner);
    if (owner.filter(RunOwner::isLocal).isPresent()) {
      return owner.get().isAlive();
    }
    return Stream.of(folder.lock(), folder.events())
        .map(RunStatus::modified)
        .anyMatch(sign -> sign.plus(SILENCE).isAfter(now));
  }

  /**
   * The status of a run. A run that ends writes its manifest first and its last event then, and one
   * that begins the manifest only, so an ending under a manifest that says RUNNING is an earlier
   * one: that holds whatever the clock does.
   *
   * @param ended the last event, when it is an ending
   */
  public static RunStatus of(Life life, Optional<RunEvent.Ended> ended) {
    Optional<RunStatus> outcome = ended.map(ending -> of(ending.outcome()));
    RunStatus state = life.manifest().map(RunManifest::state).orElse(null);
    if (life.alive()) {
      return state == RUNNING ? RUNNING : outcome.orElse(RUNNING);
    }
    if (state != RUNNING) {
      return outcome.orElse(state == null ? CRASHED : state);
    }
    // A full disk may have kept the manifest as it was, so here the clock is asked after all.
    Instant started = life.manifest().map(RunManifest::startedAt).orElse(Instant.MIN);
    boolean ofThis = ended.filter(ending -> !ending.time().isBefore(started)).isPresent();
    return ofThis ? outcome.get() : CRASHED;
  }

  /** The status that an outcome leads to. */
  public static RunStatus of(RunEvent.Outcome outcome) {
    return switch (outcome) {
      case FINISHED -> FINISHED;
      case STOPPED -> STOPPED;
      case FAILED -> FAILED;
    };
  }

  private static Instant modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.MIN;
    }
  }
}
