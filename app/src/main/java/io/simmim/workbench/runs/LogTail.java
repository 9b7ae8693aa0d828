package io.simmim.workbench.runs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last lines of a log that another process writes. For one thread. */
final class LogTail {

  private static final int MOST_LINES = 2000;
  private static final int MOST_BYTES = 1 << 18;

  private final Path file;
  private final Deque<String> lines = new ArrayDeque<>();
  private long offset = -1;
  private long dropped;

  LogTail(Path file) {
    this.file = file;
  }

  /** The lines, when there are new ones; a file that cannot be read has none. */
  Optional<LogLines> poll() {
    try {
      long size = Files.exists(file) ? Files.size(file) : 0;
      if (size < offset) {
        offset = 0;
      } else if (offset < 0) {
        offset = Math.max(0, size - MOST_BYTES);
      }
      if (size == offset) {
        return Optional.empty();
      }
      return read(size) ? Optional.of(new LogLines(dropped, List.copyOf(lines))) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private boolean read(long size) throws IOException {
    byte[] bytes = new byte[(int) Math.min(size - offset, MOST_BYTES)];
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      open.seek(offset);
      open.readFully(bytes);
    }
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    offset += end;
    new String(bytes, 0, end, StandardCharsets.UTF_8).lines().forEach(this::add);
    return end > 0;
  }

  private void add(String line) {
    lines.addLast(line);
    if (lines.size() > MOST_LINES) {
      lines.removeFirst();
      dropped++;
    }
  }
}
