package io.simmim.core.run;

import io.simmim.core.fault.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Follows {@code events.jsonl} while another process, perhaps on another machine, appends to it.
 * Not for use by two threads at once.
 */
public final class EventReader {

  private static final int CHUNK = 1 << 20;
  private static final int HEAD = 256;

  private final Path file;
  private byte[] head = new byte[0];
  private long offset;
  private int generation;

  public EventReader(Path file) {
    this.file = file;
  }

  /**
   * The events that were completed since the last call; none when the file does not exist yet.
   * Lines of an unknown type and lines that are not events are left out.
   *
   * @throws DataException when the file is there but cannot be read
   */
  public List<RunEvent> poll() throws DataException {
    try {
      long size = Files.size(file);
      if (size == offset) {
        return List.of();
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        if (!continues(channel)) {
          startOver();
        }
        return readNew(channel);
      }
    } catch (NoSuchFileException e) {
      if (offset > 0) {
        startOver();
      }
      return List.of();
    } catch (IOException e) {
      throw DiskFault.reading(file, e);
    }
  }

  /**
   * Counts how often the file was found replaced or cut, and is therefore told again from its
   * start. Whoever keeps events forgets them when this changes.
   */
  public int generation() {
    return generation;
  }

  private void startOver() {
    head = new byte[0];
    offset = 0;
    generation++;
  }

  // Another file under the same name may well be longer, and may reuse the inode number.
  private boolean continues(FileChannel channel) throws IOException {
    return channel.size() >= offset && Arrays.equals(head, read(channel, 0, head.length));
  }

  private List<RunEvent> readNew(FileChannel channel) throws IOException {
    List<RunEvent> events = new ArrayList<>();
    long end = channel.size();
    int wanted = CHUNK;
    while (offset < end) {
      byte[] bytes = read(channel, offset, (int) Math.min(wanted, end - offset));
      int consumed = readLines(bytes, events);
      offset += consumed;
      if (consumed == 0 && bytes.length < wanted) {
        break; // the last line is not whole yet
      }
      wanted = consumed == 0 ? Math.multiplyExact(wanted, 2) : CHUNK;
    }
    if (head.length < HEAD) {
      head = read(channel, 0, (int) Math.min(HEAD, offset));
    }
    return events;
  }

  /** Adds the events in all whole lines, and returns how many bytes these lines have. */
  private static int readLines(byte[] bytes, List<RunEvent> events) {
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
        EventLine.read(line).ifPresent(events::add);
        start = i + 1;
      }
    }
    return start;
  }

  private static byte[] read(FileChannel channel, long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {}
    return Arrays.copyOf(buffer.array(), buffer.position());
  }
}
