package io.simmim.core.train;

import io.simmim.core.checkpoint.TrainingCheckpoint.EpochSums;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells the story of a run to its folder and to a terminal, whatever becomes of the folder: what a
 * disk refuses is kept until it takes it, and a folder that was removed is made anew.
 */
final class Narration implements EventSink, AutoCloseable {

  /** Some megabytes. Beyond, the run waits for the disk. */
  private static final int MOST_UNWRITTEN = 50_000;

  private static final long RETRY_MILLIS = 2_000;
  private static final long RETRY_NANOS = RETRY_MILLIS * 1_000_000;

  private final RunFolder folder;
  private final ExperimentConfig config;
  private final RunManifest manifest;
  private final EventSink terminal;
  private RunFiles files;
  private Optional<RunEvent.Started> started = Optional.empty();
  private boolean refused;
  private boolean gone;
  private long lookedAt;

  private Narration(
      RunFolder folder,
      ExperimentConfig config,
      RunManifest manifest,
      EventSink terminal,
      RunFiles files) {
    this.folder = folder;
    this.config = config;
    this.manifest = manifest;
    this.terminal = terminal;
    this.files = files;
  }

  /**
   * Begins in a folder, which nobody else may use meanwhile.
   *
   * @throws DataException when another process has it, or it cannot be written
   */
  static Narration open(
      RunFolder folder, ExperimentConfig config, RunManifest manifest, EventSink terminal)
      throws DataException {
    RunFiles files = RunFiles.open(folder, config, manifest);
    return new Narration(folder, config, manifest, terminal, files);
  }

  @Override
  public void accept(RunEvent event) throws DataException {
    requireFolder();
    Optional<String> fault = files.tell(event);
    if (event instanceof RunEvent.Started begin) {
      started = Optional.of(begin);
      fault = fault.or(() -> files.begin(config));
    }
    terminal.accept(event);
    if (fault.isPresent() != refused) {
      tellDisk(fault);
    }
    while (files.unwritten() > MOST_UNWRITTEN) {
      pause();
    }
  }

  /** The means of the text log go on from those of an epoch that was begun before. */
  void goesOn(EpochSums sums) {
    files.goesOn(sums);
  }

  /** Whether the folder has everything that was told; tries again to write what it has not. */
  boolean isWritten() {
    try {
      requireWritten();
      return true;
    } catch (DataException e) {
      return false;
    }
  }

  /**
   * Writes what the disk refused before.
   *
   * @throws DataException when it does so again
   */
  void requireWritten() throws DataException {
    files.writeAll();
  }

  private void tellDisk(Optional<String> fault) throws DataException {
    refused = fault.isPresent();
    if (refused) {
      terminal.accept(
          warning(
              fault.get() + " The run goes on; what it tells is kept until the disk takes it."));
    } else {
      accept(
          warning("The disk takes the run's log again; all events of the time between are there."));
    }
  }

  /**
   * Makes a folder that was removed anew; one that cannot be made is tried again later.
   *
   * @throws DataException when another run has taken it meanwhile
   */
  void requireFolder() throws DataException {
    if (files.arePresent()) {
      gone = false;
      return;
    }
    boolean early = gone && System.nanoTime() - lookedAt < RETRY_NANOS;
    if (!early) {
      renew();
    }
  }

  private void renew() throws DataException {
    lookedAt = System.nanoTime();
    String lost =
        "The run folder %s was removed while the run was writing there".formatted(folder.path());
    RunFiles before = files;
    try {
      files = RunFiles.open(folder, config, manifest);
    } catch (DataException e) {
      if (Files.exists(folder.lock())) {
        throw e; // another run has begun there
      }
      if (!gone) {
        terminal.accept(warning(lost + ", and cannot be made anew yet: " + e.getMessage()));
      }
      gone = true;
      return;
    }
    before.close();
    if (started.isPresent()) {
      files.tell(started.get());
    }
    accept(warning(lost + "; it is made anew, and the run goes on there from its last step."));
  }

  private void pause() throws DataException {
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      requireWritten();
    }
    isWritten();
  }

  private static RunEvent warning(String sentence) {
    return new RunEvent.Warning(Instant.now(), sentence);
  }

  @Override
  public void close() throws DataException {
    files.close();
  }
}
