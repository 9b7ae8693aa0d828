package io.simmim.core.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The zip around a PyTorch file. Entries are mapped, not copied, and found through the central
 * directory, since PyTorch writes stored entries with data descriptors that a streaming reader
 * cannot skip.
 */
final class TorchArchive implements AutoCloseable {

  private static final int ZIP_MAGIC = 0x04034b50;
  private static final int LEGACY_PICKLE_MAGIC = 0x8002;

  private final FileChannel channel;
  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new HashMap<>();

  private TorchArchive(FileChannel channel, ZipFile zip) {
    this.channel = channel;
    this.zip = zip;
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      entries.put(withoutRoot(entry.getName()), entry);
    }
  }

  static TorchArchive open(Path file) throws IOException, FormatException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder; name a .pth file");
    }
    if (Files.notExists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    FileChannel channel = FileChannel.open(file);
    try {
      checkFormat(channel);
      return new TorchArchive(channel, ZipFile.builder().setSeekableByteChannel(channel).get());
    } catch (IOException | FormatException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void checkFormat(FileChannel channel) throws IOException, FormatException {
    ByteBuffer head = ByteBuffer.allocate(4);
    channel.read(head, 0);
    if (head.position() < 4) {
      throw new FormatException("it has " + channel.size() + " bytes");
    }
    if (Short.toUnsignedInt(head.getShort(0)) == LEGACY_PICKLE_MAGIC) {
      throw new FormatException(
          "it has the format of PyTorch before 1.6; load and save it once with a newer PyTorch");
    }
    if (head.order(ByteOrder.LITTLE_ENDIAN).getInt(0) != ZIP_MAGIC) {
      throw new FormatException("it does not begin like a zip archive");
    }
  }

  // The first folder's name is the file's stem at the time of writing and means nothing.
  private static String withoutRoot(String name) {
    return name.substring(name.indexOf('/') + 1);
  }

  boolean has(String name) {
    return entries.containsKey(name);
  }

  /** The bytes of an entry, checked against its checksum. */
  ByteBuffer entry(String name) throws FormatException {
    ZipArchiveEntry entry = entries.get(name);
    if (entry == null) {
      throw new FormatException("its part " + name + " is missing");
    }
    if (entry.getMethod() != ZipArchiveEntry.STORED || entry.getSize() > Integer.MAX_VALUE) {
      throw new FormatException("its part " + name + " is compressed or larger than 2 GB");
    }
    try {
      if (entry.getDataOffset() + entry.getSize() > channel.size()) {
        throw new FormatException("its part " + name + " is cut off");
      }
      ByteBuffer bytes = channel.map(MapMode.READ_ONLY, entry.getDataOffset(), entry.getSize());
      CRC32 crc = new CRC32();
      crc.update(bytes.duplicate());
      if (crc.getValue() != entry.getCrc()) {
        throw new FormatException("the checksum of its part " + name + " is wrong");
      }
      return bytes;
    } catch (IOException e) {
      throw new FormatException("its part " + name + " cannot be read");
    }
  }

  /** Bytes of the whole file. */
  long size() throws IOException {
    return channel.size();
  }

  @Override
  public void close() throws IOException {
    zip.close();
    channel.close();
  }
}
