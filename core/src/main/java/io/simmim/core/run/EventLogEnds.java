package io.simmim.core.run;

import io.simmim.core.fault.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The first and the last events of a log, without reading what is between.
 *
 * @param head the events in the first bytes of the file
 * @param tail the events in its last bytes
 */
record EventLogEnds(List<RunEvent> head, List<RunEvent> tail) {

  private static final int HEAD = 4 << 10;
  private static final int TAIL = 256 << 10;

  /** Both are empty when the file does not exist. */
  static EventLogEnds read(Path file) throws DataException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      List<RunEvent> tail = read(channel, Math.max(0, size - TAIL), TAIL);
      return new EventLogEnds(size <= TAIL ? tail : read(channel, 0, HEAD), tail);
    } catch (NoSuchFileException e) {
      return new EventLogEnds(List.of(), List.of());
    } catch (IOException e) {
      throw DiskFault.reading(file, e);
    }
  }

  // A line that is cut at either side of the part is no event, and left out as such.
  private static List<RunEvent> read(FileChannel channel, long start, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    int read = channel.read(buffer, start);
    return new String(buffer.array(), 0, Math.max(0, read), StandardCharsets.UTF_8)
        .lines()
        .map(EventLine::read)
        .flatMap(Optional::stream)
        .toList();
  }
}
