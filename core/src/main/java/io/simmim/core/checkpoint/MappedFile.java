package io.simmim.core.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A file mapped into memory, read-only and in windows, since one buffer holds at most 2 GB. Slices
 * stay valid after closing.
 */
final class MappedFile implements AutoCloseable {

  private static final long WINDOW = 1L << 30;

  private final FileChannel channel;
  private final long size;
  private final Map<Long, ByteBuffer> windows = new HashMap<>();

  private MappedFile(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  static MappedFile open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder; name a .pth or .safetensors file");
    }
    if (Files.notExists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return new MappedFile(FileChannel.open(file));
  }

  /** Bytes of the whole file. */
  long size() {
    return size;
  }

  /** Up to {@code length} bytes from the beginning. */
  ByteBuffer head(long length) throws IOException, FormatException {
    return slice(0, Math.min(size, length));
  }

  /** The bytes from {@code offset} on, which must be there. */
  ByteBuffer slice(long offset, long length) throws IOException, FormatException {
    if (offset < 0 || length < 0 || length > size - offset) {
      throw new FormatException("it ends before a part of " + length + " bytes at " + offset);
    }
    if (length > Integer.MAX_VALUE) {
      throw new FormatException("a part of " + length + " bytes, more than the 2 GB allowed");
    }
    long start = offset / WINDOW * WINDOW;
    if (offset + length > start + WINDOW) {
      return channel.map(MapMode.READ_ONLY, offset, length);
    }
    ByteBuffer window = windows.get(start);
    if (window == null) {
      window = channel.map(MapMode.READ_ONLY, start, Math.min(WINDOW, size - start));
      windows.put(start, window);
    }
    return window.slice((int) (offset - start), (int) length);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
