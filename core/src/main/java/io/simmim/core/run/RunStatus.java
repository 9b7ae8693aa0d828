package io.simmim.core.run;

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
   * Whether the training process is there: on this machine by looking for the process, on another
   * one by its sign of life ({@link RunLock}) on the shared disk. Ask this <em>before</em> reading
   * the events that are given to {@link #of}: then a run that ends meanwhile is not called crashed.
   */
  public static boolean isAlive(RunFolder folder, Optional<RunManifest> manifest, Instant now) {
    Optional<RunOwner> owner = manifest.map(RunManifest::owner);
    if (owner.filter(RunOwner::isLocal).isPresent()) {
      return owner.get().isAlive();
    }
    return Stream.of(folder.lock(), folder.events())
        .map(RunStatus::modified)
        .anyMatch(sign -> sign.plus(SILENCE).isAfter(now));
  }

  /**
   * The status of a run.
   *
   * @param alive what {@link #isAlive} said before {@code ended} was looked for
   * @param ended the last event, when it is an ending
   */
  public static RunStatus of(
      boolean alive, Optional<RunManifest> manifest, Optional<RunEvent.Ended> ended) {
    Instant started = manifest.map(RunManifest::startedAt).orElse(Instant.MIN);
    return ended
        .filter(ending -> !ending.time().isBefore(started)) // else a resumed run's earlier ending
        .map(ending -> of(ending.outcome()))
        .orElse(alive ? RUNNING : CRASHED);
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
