package io.simmim.core.train;

import io.simmim.core.config.ConfigWriter;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.AtomicFile;
import io.simmim.core.run.EventLog;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.OfficialLog;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunLock;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunStatus;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The open files of a run while it trains. Whatever happens between {@link #open} and {@link
 * #close}, the last event and the manifest say how it ended.
 */
final class RunSession implements AutoCloseable {

  private final RunFolder folder;
  private final RunManifest manifest;
  private final EventLog log;
  private final OfficialLog text;
  private final EventSink sinks;
  private int epoch;
  private long step;

  private RunSession(
      RunFolder folder, RunManifest manifest, EventLog log, OfficialLog text, EventSink terminal) {
    this.folder = folder;
    this.manifest = manifest;
    this.log = log;
    this.text = text;
    this.sinks = EventSink.all(log, text, terminal);
  }

  private static RunSession open(
      RunFolder folder, ExperimentConfig config, RunManifest manifest, EventSink terminal)
      throws DataException {
    manifest.write(folder.manifest());
    writeConfig(folder, config);
    EventLog log = EventLog.open(folder.events());
    OfficialLog text =
        OfficialLog.open(
            folder.log(0), config.model().name(), config.printFreq(), ZoneId.systemDefault());
    return new RunSession(folder, manifest, log, text, terminal);
  }

  private static void writeConfig(RunFolder folder, ExperimentConfig config) throws DataException {
    try {
      AtomicFile.writeString(folder.config(), ConfigWriter.toYaml(config));
    } catch (IOException e) {
      throw new DataException(
          "Cannot write %s (%s): check that the disk is not full and the folder writable."
              .formatted(folder.config(), e.getMessage()),
          e);
    }
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
    sinks.accept(event);
  }

  void ended(Outcome outcome, String message) throws DataException {
    accept(new RunEvent.Ended(Instant.now(), outcome, epoch, step, message));
    RunStatus status =
        switch (outcome) {
          case FINISHED -> RunStatus.FINISHED;
          case STOPPED -> RunStatus.STOPPED;
          case FAILED -> RunStatus.FAILED;
        };
    manifest.withState(status).write(folder.manifest());
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
    try (RunLock lock = RunLock.acquire(folder);
        RunSession session = RunSession.open(folder, config, manifest, terminal)) {
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
      ended(Outcome.FAILED, message);
    } catch (DataException e) {
      // Often the disk is the cause itself; the first failure is the one to tell.
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() throws DataException {
    text.close();
    log.close();
  }
}
