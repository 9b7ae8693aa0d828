package io.simmim.core.train;

import io.simmim.core.checkpoint.TrainingCheckpoint.EpochSums;
import io.simmim.core.config.ConfigWriter;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.run.AtomicFile;
import io.simmim.core.run.DiskFault;
import io.simmim.core.run.EventLog;
import io.simmim.core.run.OfficialLog;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunLock;
import io.simmim.core.run.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.ZoneId;
import java.util.Optional;

/** The files that a run keeps open in its folder, which is its own meanwhile. */
final class RunFiles implements AutoCloseable {

  private final RunFolder folder;
  private final RunLock lock;
  private final Optional<Object> lockFile;
  private final EventLog log;
  private final OfficialLog text;

  private RunFiles(RunFolder folder, RunLock lock, EventLog log, OfficialLog text) {
    this.folder = folder;
    this.lock = lock;
    this.lockFile = fileKey(folder);
    this.log = log;
    this.text = text;
  }

  /**
   * Takes the folder and begins to write there.
   *
   * @throws DataException when another process has it, or it cannot be written
   */
  static RunFiles open(RunFolder folder, ExperimentConfig config, RunManifest manifest)
      throws DataException {
    RunLock lock = RunLock.acquire(folder);
    try {
      manifest.write(folder.manifest());
      if (!Files.exists(folder.config())) {
        writeConfig(folder, config);
      }
      EventLog log = EventLog.open(folder.events());
      OfficialLog text =
          OfficialLog.open(
              folder.log(0), config.model().name(), config.printFreq(), ZoneId.systemDefault());
      return new RunFiles(folder, lock, log, text);
    } catch (DataException e) {
      lock.close();
      throw e;
    }
  }

  private static void writeConfig(RunFolder folder, ExperimentConfig config) throws DataException {
    try {
      AtomicFile.writeString(folder.config(), ConfigWriter.toYaml(config));
    } catch (IOException e) {
      throw DiskFault.writing(folder.config(), e);
    }
  }

  /** The run has really begun: from here on its configuration is the folder's. */
  Optional<String> begin(ExperimentConfig config) {
    try {
      writeConfig(folder, config);
      return Optional.empty();
    } catch (DataException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Whether the folder is still the one that was opened. */
  boolean arePresent() {
    return Files.exists(folder.lock()) && fileKey(folder).equals(lockFile);
  }

  /** Empty where the system has no such thing; such systems do not let go of files in use. */
  private static Optional<Object> fileKey(RunFolder folder) {
    try {
      return Optional.ofNullable(
          Files.readAttributes(folder.lock(), BasicFileAttributes.class).fileKey());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Writes an event to both logs; returns what is wrong when the disk refuses it. */
  Optional<String> tell(RunEvent event) {
    Optional<String> fault = Optional.empty();
    try {
      text.accept(event);
    } catch (DataException e) {
      fault = Optional.of(e.getMessage());
    }
    try {
      log.accept(event);
    } catch (DataException e) {
      fault = Optional.of(e.getMessage());
    }
    return fault;
  }

  /** How many events wait for the disk. */
  int unwritten() {
    return log.unwritten();
  }

  /** Tries again to write them. */
  void writeAll() throws DataException {
    log.writeAll();
  }

  /** The text log's means go on from those of an epoch that was begun before. */
  void goesOn(EpochSums sums) {
    text.goesOn(sums.steps(), sums.loss(), sums.gradNorm());
  }

  @Override
  public void close() throws DataException {
    try (RunLock held = lock;
        EventLog events = log) {
      text.close();
    }
  }
}
