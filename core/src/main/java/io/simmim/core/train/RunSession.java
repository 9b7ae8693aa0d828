package io.simmim.core.train;

import io.simmim.core.checkpoint.TrainingCheckpoint.EpochSums;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * A run while it works, and what it tells. Whatever happens in {@link #in}, the manifest and the
 * last event say how it ended; a disk that refuses to take that is waited for.
 */
final class RunSession implements AutoCloseable {

  private static final long RETRY_MILLIS = 2_000;
  private static final int RETRIES = 30;

  private final RunFolder folder;
  private final RunManifest manifest;
  private final Narration story;
  private int epoch;
  private long step;

  private RunSession(RunFolder folder, RunManifest manifest, Narration story) {
    this.folder = folder;
    this.manifest = manifest;
    this.story = story;
  }

  /** Tells files and terminal. */
  void accept(RunEvent event) throws DataException {
    if (event instanceof RunEvent.Started begin) {
      step = Math.max(0, begin.startStep() - 1);
      epoch = (int) (step / begin.stepsPerEpoch());
    } else if (event instanceof RunEvent.Step at) {
      epoch = at.epoch();
      step = at.step();
    }
    story.accept(event);
  }

  /**
   * Makes the run folder anew when it was removed.
   *
   * @throws DataException when another run has taken it meanwhile
   */
  void requireFolder() throws DataException {
    story.requireFolder();
  }

  /** The means of the text log go on from those of an epoch that was begun before. */
  void goesOn(EpochSums sums) {
    story.goesOn(sums);
  }

  /**
   * The run has done its work.
   *
   * @throws DataException when the disk does not take that within a minute
   */
  void ended(Outcome outcome, String message) throws DataException, InterruptedException {
    boolean known = tellEnding(outcome, message);
    for (int i = 0; !known && i < RETRIES; i++) {
      Thread.sleep(RETRY_MILLIS);
      known = writeManifest(outcome).isEmpty() && story.isWritten();
    }
    if (!known) {
      story.requireWritten();
      throw writeManifest(outcome).orElseThrow();
    }
  }

  // The manifest first: RunStatus relies on that.
  private boolean tellEnding(Outcome outcome, String message) throws DataException {
    Optional<DataException> fault = writeManifest(outcome);
    accept(new RunEvent.Ended(Instant.now(), outcome, epoch, step, message));
    return fault.isEmpty() && story.isWritten();
  }

  private Optional<DataException> writeManifest(Outcome outcome) {
    try {
      manifest.withState(RunStatus.of(outcome)).write(folder.manifest());
      return Optional.empty();
    } catch (DataException e) {
      return Optional.of(e);
    }
  }

  /** What happens in a run, until it has ended. */
  interface Work {
    Outcome run(RunSession session) throws SimMimException, InterruptedException;
  }

  /**
   * Does the work of a run in its folder, which nobody else may use meanwhile; a failure is
   * recorded on its way up.
   *
   * @param stage as in {@link RunEvent.Started#stage}
   * @param terminal told everything that happens, beside the files of the folder
   * @param stop forgotten before the work and after it
   */
  static Outcome in(
      RunFolder folder,
      String stage,
      ExperimentConfig config,
      RunManifest manifest,
      EventSink terminal,
      StopRequest stop,
      Work work)
      throws SimMimException, InterruptedException {
    FolderOwner.requireFree(folder, stage);
    try (RunSession session =
        new RunSession(folder, manifest, Narration.open(folder, config, manifest, terminal))) {
      return session.recordFailure(work, stop);
    }
  }

  private Outcome recordFailure(Work work, StopRequest stop)
      throws SimMimException, InterruptedException {
    try {
      stop.clear();
      Outcome outcome = work.run(this);
      stop.clear();
      return outcome;
    } catch (SimMimException | InterruptedException | RuntimeException | Error e) {
      failed(e);
      throw e;
    }
  }

  private void failed(Throwable cause) {
    String message =
        cause instanceof SimMimException ? cause.getMessage() : "Unexpected failure: " + cause;
    try {
      tellEnding(Outcome.FAILED, message);
    } catch (DataException e) {
      // Often the disk is the cause itself; the first failure is the one to tell.
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() throws DataException {
    story.close();
  }
}
