package io.simmim.core.run;

import io.simmim.core.fault.DataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Appends the story of a run to {@code events.jsonl}: every event is in the file when {@link
 * #accept} returns, so that a killed process loses nothing that it had told. There is one writer,
 * the holder of the {@link RunLock}.
 */
public final class EventLog implements EventSink, AutoCloseable {

  private final Path file;
  private final LineFile lines;
  private final Deque<String> unwritten = new ArrayDeque<>();

  private EventLog(Path file, LineFile lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * Opens the log of a new run, or of one that goes on; a line that a crash left half written is
   * removed.
   */
  public static EventLog open(Path file) throws DataException {
    try {
      LineFile lines = LineFile.open(file);
      heal(lines);
      return new EventLog(file, lines);
    } catch (IOException e) {
      throw DiskFault.writing(file, e);
    }
  }

  /**
   * Writes an event, after those that could not be written before.
   *
   * @throws DataException when the disk refuses it; the event is kept, and written before the next
   */
  @Override
  public synchronized void accept(RunEvent event) throws DataException {
    unwritten.add(EventLine.write(event) + "\n");
    writeAll();
    if (event instanceof RunEvent.Checkpoint || event instanceof RunEvent.Ended) {
      force();
    }
  }

  /** Tries again to write the events that could not be written. */
  public synchronized void writeAll() throws DataException {
    try {
      while (!unwritten.isEmpty()) {
        lines.append(unwritten.getFirst());
        unwritten.removeFirst();
      }
    } catch (IOException e) {
      throw DiskFault.writing(file, e);
    }
  }

  /** How many events wait for the disk. */
  public synchronized int unwritten() {
    return unwritten.size();
  }

  private void force() throws DataException {
    try {
      lines.force();
    } catch (IOException e) {
      throw DiskFault.writing(file, e);
    }
  }

  @Override
  public void close() throws DataException {
    try {
      lines.close();
    } catch (IOException e) {
      throw DiskFault.writing(file, e);
    }
  }

  private static void heal(LineFile lines) throws IOException {
    if (EventLine.read(lines.unfinishedLine()).isPresent()) {
      lines.append("\n"); // whole, only its line end is missing
    } else {
      lines.dropUnfinishedLine();
    }
  }
}
