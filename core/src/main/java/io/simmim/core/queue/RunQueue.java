package io.simmim.core.queue;

import io.simmim.core.fault.DataException;
import io.simmim.core.run.AtomicFile;
import io.simmim.core.run.DiskFault;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The runs that wait in a folder of runs. Every method reads the disk or writes it, and any number
 * of processes may do so at once. A run leaves the queue when its run folder exists, or when it is
 * removed; one that failed before stays, with the reason.
 */
public final class RunQueue {

  private final Path output;
  private final QueueFiles files;

  /**
   * @param output the folder of runs; need not exist
   */
  public RunQueue(Path output) {
    this.output = output;
    this.files = QueueFiles.of(output);
  }

  /** The folder of runs. */
  public Path output() {
    return output;
  }

  /** Where the queue's own files lie. */
  public Path folder() {
    return files.folder();
  }

  QueueFiles files() {
    return files;
  }

  /** What waits, starts or failed, without the runs that have begun. */
  public QueueListing list() throws DataException {
    QueueListing all = files.read();
    List<QueuedRun> left = new ArrayList<>();
    List<String> problems = new ArrayList<>(all.problems());
    for (QueuedRun run : all.runs()) {
      try {
        if (!run.hasBegun()) {
          left.add(run);
        }
      } catch (DataException e) {
        problems.add(e.getMessage());
      }
    }
    return new QueueListing(left, problems);
  }

  /**
   * Adds a run at the end.
   *
   * @throws DataException when a run for the same folder waits already
   */
  public QueuedRun add(QueueOrder order) throws DataException {
    return ChangeLock.during(
        files,
        () -> {
          List<QueuedRun> before = files.read().runs();
          String id = order.id();
          requireFree(before, id, order.folder());
          List<String> arguments = order.arguments();
          if (order.config().isPresent()) {
            write(files.config(id), order.config().get());
            arguments = order.argumentsWith(files.config(id));
          }
          QueuedRun run =
              new QueuedRun(
                  id,
                  before.isEmpty() ? 1 : before.get(before.size() - 1).order() + 1,
                  arguments,
                  order.directory().toAbsolutePath().toString(),
                  order.folder().path().toAbsolutePath().normalize().toString(),
                  order.device(),
                  Instant.now().truncatedTo(ChronoUnit.MILLIS),
                  false,
                  null,
                  null);
          run.write(files.entry(id));
          return run;
        });
  }

  private static void requireFree(List<QueuedRun> before, String id, RunFolder folder)
      throws DataException {
    Optional<QueuedRun> same = before.stream().filter(run -> run.id().equals(id)).findFirst();
    if (same.isPresent() && same.get().failure() == null && !same.get().hasBegun()) {
      throw new DataException(
          "A run for %s waits already: choose another --tag or --output, or remove that one."
              .formatted(folder.path()));
    }
  }

  /** Takes a run out, unless it has begun. Says whether it was there. */
  public boolean remove(String id) throws DataException {
    return ChangeLock.during(
        files,
        () -> {
          boolean there = deleteEntry(id);
          delete(files.config(id));
          return there;
        });
  }

  /** Moves a run by so many places, up when negative, as far as there are any. */
  public void move(String id, int by) throws DataException {
    ChangeLock.during(
        files,
        () -> {
          List<QueuedRun> runs = new ArrayList<>(list().runs());
          int from = place(runs, id);
          if (from >= 0) {
            int to = Math.max(0, Math.min(runs.size() - 1, from + by));
            Collections.rotate(
                runs.subList(Math.min(from, to), Math.max(from, to) + 1), from < to ? -1 : 1);
            renumber(runs);
          }
          return null;
        });
  }

  private static int place(List<QueuedRun> runs, String id) {
    return runs.stream().map(QueuedRun::id).toList().indexOf(id);
  }

  private void renumber(List<QueuedRun> runs) throws DataException {
    for (int i = 0; i < runs.size(); i++) {
      QueuedRun run = runs.get(i);
      if (run.order() != i + 1) {
        run.withOrder(i + 1).write(files.entry(run.id()));
      }
    }
  }

  /** A failed run waits again. */
  public void retry(String id) throws DataException {
    change(id, run -> run.state() == QueuedRun.State.FAILED ? run.again(false) : run);
  }

  /** The run is started at once, whether its device is busy or the queue paused. */
  public void hurry(String id) throws DataException {
    change(id, run -> run.state() == QueuedRun.State.STARTING ? run : run.again(true));
  }

  /** No further run is started, but for those in a hurry, until {@link #resume}. */
  public void pause() throws DataException {
    ChangeLock.during(
        files,
        () -> {
          write(files.pauseMarker(), "No further run is started while this file exists.\n");
          return null;
        });
  }

  public void resume() throws DataException {
    ChangeLock.during(
        files,
        () -> {
          delete(files.pauseMarker());
          return null;
        });
  }

  public boolean isPaused() {
    return Files.exists(files.pauseMarker());
  }

  /** Whether a process works the queue off. */
  public boolean hasRunner() throws DataException {
    return RunnerLock.isHeld(files, Instant.now());
  }

  /** Whether a runner is gone that never said so; it is to be replaced. */
  public boolean lostItsRunner() throws DataException {
    return RunnerLock.isLost(files, Instant.now());
  }

  void started(QueuedRun run, RunOwner child) throws DataException {
    change(run.id(), now -> now.startedBy(child));
  }

  void failed(QueuedRun run, String sentence) throws DataException {
    change(run.id(), now -> now.failed(sentence));
  }

  /** The run is in its own folder now. */
  void begun(QueuedRun run) throws DataException {
    ChangeLock.during(files, () -> deleteEntry(run.id()));
  }

  /** What was taken out meanwhile is not written again. */
  private void change(String id, UnaryOperator<QueuedRun> to) throws DataException {
    ChangeLock.during(
        files,
        () -> {
          Path file = files.entry(id);
          if (Files.exists(file)) {
            to.apply(QueuedRun.read(file)).write(file);
          }
          return null;
        });
  }

  private boolean deleteEntry(String id) throws DataException {
    return delete(files.entry(id));
  }

  private static boolean delete(Path file) throws DataException {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw DiskFault.writing(file, e);
    }
  }

  private static void write(Path file, String text) throws DataException {
    try {
      AtomicFile.writeString(file, text);
    } catch (IOException e) {
      throw DiskFault.writing(file, e);
    }
  }
}
