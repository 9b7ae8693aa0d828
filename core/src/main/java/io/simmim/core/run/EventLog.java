package io.simmim.core.run;

import io.simmim.core.fault.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends the story of a run to {@code events.jsonl}: every event is in the file when {@link
 * #accept} returns, so that a killed process loses nothing that it had told. There is one writer,
 * the holder of the {@link RunLock}.
 */
public final class EventLog implements EventSink, AutoCloseable {

  private static final byte NEWLINE = '\n';

  private final Path file;
  private final FileChannel channel;

  private EventLog(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens the log of a new run, or of one that goes on; a line that a crash left half written is
   * removed.
   */
  public static EventLog open(Path file) throws DataException {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      heal(channel);
      return new EventLog(file, channel);
    } catch (IOException e) {
      throw DiskFault.writing(file, e);
    }
  }

  @Override
  public synchronized void accept(RunEvent event) throws DataException {
    try {
      write(channel, (EventLine.write(event) + "\n").getBytes(StandardCharsets.UTF_8));
      if (event instanceof RunEvent.Checkpoint || event instanceof RunEvent.Ended) {
        channel.force(false);
      }
    } catch (IOException e) {
      throw DiskFault.writing(file, e);
    }
  }

  @Override
  public void close() throws DataException {
    try {
      channel.close();
    } catch (IOException e) {
      throw DiskFault.writing(file, e);
    }
  }

  private static void heal(FileChannel channel) throws IOException {
    byte[] torn = lastLine(channel);
    long start = channel.size() - torn.length;
    channel.position(channel.size());
    if (EventLine.read(new String(torn, StandardCharsets.UTF_8)).isPresent()) {
      write(channel, new byte[] {NEWLINE}); // whole, only its line end is missing
    } else {
      channel.truncate(start);
    }
  }

  /** What follows the last line end; empty when the file ends as it should. */
  private static byte[] lastLine(FileChannel channel) throws IOException {
    long start = channel.size();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (start > 0) {
      channel.read(one.clear(), start - 1);
      if (one.get(0) == NEWLINE) {
        break;
      }
      start--;
    }
    ByteBuffer line = ByteBuffer.allocate(Math.toIntExact(channel.size() - start));
    channel.read(line, start);
    return line.array();
  }

  private static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
