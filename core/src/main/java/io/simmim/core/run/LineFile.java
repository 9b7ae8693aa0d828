package io.simmim.core.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A text file with one writer, to which whole lines are appended. A line that the disk refuses
 * leaves nothing of itself, so what follows later stands on a line of its own.
 */
final class LineFile implements AutoCloseable {

  private static final byte NEWLINE = '\n';

  private final FileChannel channel;
  private long end;

  private LineFile(FileChannel channel) throws IOException {
    this.channel = channel;
    this.end = channel.size();
  }

  /** Opens the file, which is created with the folders above it when it is not there. */
  static LineFile open(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return new LineFile(
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /** What follows the last line end; empty when the file ends as it should. */
  String unfinishedLine() throws IOException {
    long start = lastLineEnd();
    ByteBuffer line = ByteBuffer.allocate(Math.toIntExact(end - start));
    channel.read(line, start);
    return new String(line.array(), 0, line.position(), StandardCharsets.UTF_8);
  }

  private long lastLineEnd() throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    long start = end;
    while (start > 0) {
      channel.read(one.clear(), start - 1);
      if (one.get(0) == NEWLINE) {
        break;
      }
      start--;
    }
    return start;
  }

  /** Removes what follows the last line end. */
  void dropUnfinishedLine() throws IOException {
    end = lastLineEnd();
    channel.truncate(end);
  }

  /** Appends whole lines, with their line ends: all of them or nothing. */
  void append(String lines) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes, end + bytes.position());
      }
    } catch (IOException e) {
      forget(e);
      throw e;
    }
    end += bytes.position();
  }

  private void forget(IOException cause) {
    try {
      channel.truncate(end);
    } catch (IOException e) {
      cause.addSuppressed(e); // the next line is written over what is left
    }
  }

  /** Waits until everything is on the disk. */
  void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
