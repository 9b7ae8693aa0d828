package io.simmim.core.queue;

import com.google.gson.JsonParseException;
import io.simmim.core.fault.DataException;
import io.simmim.core.run.AtomicFile;
import io.simmim.core.run.DiskFault;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunJson;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run in the queue: one file {@code <id>.json}.
 *
 * @param id also names its configuration and what its process prints
 * @param order lower ones are started first
 * @param arguments of the command line, the name of the stage first; they name the configuration's
 *     copy
 * @param directory that relative paths in {@code arguments} begin at
 * @param folder path of the run's own folder
 * @param device {@code cpu} or {@code cuda:N}
 * @param urgent whether it is to be started at once, on a busy device and in a paused queue too
 * @param child the process that was started for it, or null
 * @param failure why no run came of it, in one sentence, or null
 */
public record QueuedRun(
    String id,
    int order,
    List<String> arguments,
    String directory,
    String folder,
    String device,
    Instant addedAt,
    boolean urgent,
    RunOwner child,
    String failure) {

  /** How far it has come. */
  public enum State {
    WAITING,
    /** Its process is there, its run folder is not yet. */
    STARTING,
    /** Its process ended before there was a run. */
    FAILED
  }

  public QueuedRun {
    arguments = arguments == null ? List.of() : List.copyOf(arguments);
  }

  public State state() {
    if (failure != null) {
      return State.FAILED;
    }
    return child == null ? State.WAITING : State.STARTING;
  }

  /** The stage that it runs, as in the command's name. */
  public String stage() {
    return arguments.get(0);
  }

  public RunFolder runFolder() {
    return new RunFolder(Path.of(folder));
  }

  /** MODEL.NAME and tag, for a sentence. */
  public String title() {
    Path path = Path.of(folder);
    return path.getParent().getFileName() + " / " + path.getFileName();
  }

  /** Whether its run exists; one that was in the folder before it was added does not count. */
  boolean hasBegun() throws DataException {
    Optional<RunManifest> manifest = RunManifest.read(runFolder().manifest());
    return manifest.filter(m -> isOwn(m.owner()) || !m.startedAt().isBefore(addedAt)).isPresent();
  }

  private boolean isOwn(RunOwner owner) {
    return child != null && child.pid() == owner.pid() && child.host().equals(owner.host());
  }

  QueuedRun withOrder(int now) {
    return new QueuedRun(
        id, now, arguments, directory, folder, device, addedAt, urgent, child, failure);
  }

  QueuedRun startedBy(RunOwner process) {
    return new QueuedRun(
        id, order, arguments, directory, folder, device, addedAt, urgent, process, null);
  }

  QueuedRun failed(String sentence) {
    return new QueuedRun(
        id, order, arguments, directory, folder, device, addedAt, false, null, sentence);
  }

  /** Waiting, whatever it was before. */
  QueuedRun again(boolean atOnce) {
    return new QueuedRun(
        id, order, arguments, directory, folder, device, addedAt, atOnce, null, null);
  }

  void write(Path file) throws DataException {
    try {
      AtomicFile.writeString(file, RunJson.PRETTY.toJson(this) + "\n");
    } catch (IOException e) {
      throw DiskFault.writing(file, e);
    }
  }

  /**
   * Reads a file of the queue.
   *
   * @throws DataException with a sentence for the user when it is no such file, or is torn
   */
  static QueuedRun read(Path file) throws DataException {
    try {
      QueuedRun run = RunJson.PRETTY.fromJson(Files.readString(file), QueuedRun.class);
      if (run != null && run.isWhole() && file.endsWith(run.id + ".json")) {
        return run;
      }
      throw unreadable(file, null);
    } catch (JsonParseException e) {
      throw unreadable(file, e);
    } catch (IOException e) {
      throw DiskFault.reading(file, e);
    }
  }

  private boolean isWhole() {
    return Stream.of(id, directory, folder, device, addedAt).noneMatch(value -> value == null)
        && !arguments.isEmpty()
        && Path.of(folder).getNameCount() >= 2;
  }

  private static DataException unreadable(Path file, Exception cause) {
    return new DataException(
        "The waiting run %s cannot be read and is passed over: remove the file and add the run again."
            .formatted(file),
        cause);
  }
}
