package io.simmim.core.data;

import io.simmim.core.image.RgbImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.zip.CRC32;

/**
 * Decoded images in one file: a head, a table with an entry for each image of a folder, then pixels
 * in the order in which they came. An entry is written after its pixels and has their checksum, so
 * a program that ends at any moment leaves nothing behind that could be taken for an image. Safe
 * for use by many threads.
 */
final class PackedFile implements AutoCloseable {

  private static final long MAGIC = 0x53494d4d494d5031L; // SIMMIMP1
  private static final int HEAD = Long.BYTES + CacheFingerprint.BYTES + Integer.BYTES;
  private static final int ENTRY = Long.BYTES + 3 * Integer.BYTES;

  /** Pixels are mapped in pieces of this size; no image lies across two of them. */
  private static final long PIECE = 1L << 28;

  private final RandomAccessFile file;
  private final FileLock lock;
  private final AtomicLongArray offsets;
  private final int[] widths;
  private final int[] heights;
  private final int[] checksums;
  private final ConcurrentHashMap<Long, MappedByteBuffer> pieces = new ConcurrentHashMap<>();
  private long end;

  private PackedFile(RandomAccessFile file, FileLock lock, int images) {
    this.file = file;
    this.lock = lock;
    this.offsets = new AtomicLongArray(images);
    this.widths = new int[images];
    this.heights = new int[images];
    this.checksums = new int[images];
    this.end = HEAD + (long) images * ENTRY;
  }

  /**
   * Opens the file, and empties it unless it has this fingerprint and so many images.
   *
   * @throws IOException when it cannot be read or written, or is in use
   */
  static PackedFile open(Path path, byte[] fingerprint, int images) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      FileLock lock = file.getChannel().tryLock();
      if (lock == null) {
        throw new IOException("another run uses it");
      }
      PackedFile packed = new PackedFile(file, lock, images);
      byte[] head = head(fingerprint, images);
      if (!packed.beginsWith(head) || !packed.readTable()) {
        packed.begin(head);
      }
      return packed;
    } catch (IOException | RuntimeException e) {
      file.close();
      // A lock that another part of this program holds is told by a runtime exception.
      throw e instanceof IOException io ? io : new IOException("another run uses it", e);
    }
  }

  private static byte[] head(byte[] fingerprint, int images) {
    return ByteBuffer.allocate(HEAD).putLong(MAGIC).put(fingerprint).putInt(images).array();
  }

  private boolean beginsWith(byte[] head) throws IOException {
    byte[] found = new byte[head.length];
    file.seek(0);
    return file.length() >= end && file.read(found) == HEAD && Arrays.equals(found, head);
  }

  /** False when the table contradicts the file. */
  private boolean readTable() throws IOException {
    byte[] table = new byte[Math.toIntExact((long) offsets.length() * ENTRY)];
    file.readFully(table);
    ByteBuffer entries = ByteBuffer.wrap(table);
    long pixelsFrom = end;
    for (int i = 0; i < offsets.length(); i++) {
      long offset = entries.getLong();
      widths[i] = entries.getInt();
      heights[i] = entries.getInt();
      checksums[i] = entries.getInt();
      if (offset != 0) {
        if (offset < pixelsFrom || !fits(offset, bytes(i)) || offset + bytes(i) > file.length()) {
          return false;
        }
        offsets.set(i, offset);
        end = Math.max(end, offset + bytes(i));
      }
    }
    return true;
  }

  private long bytes(int index) {
    return (long) widths[index] * heights[index] * RgbImage.CHANNELS;
  }

  private static boolean fits(long offset, long bytes) {
    return bytes > 0 && offset / PIECE == (offset + bytes - 1) / PIECE;
  }

  private void begin(byte[] head) throws IOException {
    for (int i = 0; i < offsets.length(); i++) {
      offsets.set(i, 0);
    }
    end = HEAD + (long) offsets.length() * ENTRY;
    file.setLength(0);
    file.write(head);
    file.write(new byte[Math.toIntExact(end - HEAD)]);
  }

  /** An image; empty when it is not there, or not as it was written. */
  Optional<RgbImage> read(int index) throws IOException {
    long offset = offsets.get(index);
    if (offset == 0) {
      return Optional.empty();
    }
    byte[] rgb = new byte[Math.toIntExact(bytes(index))];
    piece(offset / PIECE).get((int) (offset % PIECE), rgb);
    if (checksum(rgb) != checksums[index]) {
      offsets.set(index, 0);
      return Optional.empty();
    }
    return Optional.of(new RgbImage(widths[index], heights[index], rgb));
  }

  private MappedByteBuffer piece(long number) throws IOException {
    MappedByteBuffer piece = pieces.get(number);
    return piece != null ? piece : map(number);
  }

  private synchronized MappedByteBuffer map(long number) throws IOException {
    MappedByteBuffer piece = pieces.get(number);
    if (piece == null) {
      // Makes the file longer, to the end of the piece, without taking room on the disk.
      piece = file.getChannel().map(FileChannel.MapMode.READ_ONLY, number * PIECE, PIECE);
      pieces.put(number, piece);
    }
    return piece;
  }

  /** Adds an image, unless it is there already or too large to be mapped. */
  synchronized void write(int index, RgbImage image) throws IOException {
    byte[] rgb = image.rgb();
    if (offsets.get(index) != 0 || rgb.length > PIECE) {
      return;
    }
    long offset = fits(end, rgb.length) ? end : (end / PIECE + 1) * PIECE;
    file.seek(offset);
    file.write(rgb);
    widths[index] = image.width();
    heights[index] = image.height();
    checksums[index] = checksum(rgb);
    file.seek(HEAD + (long) index * ENTRY);
    file.write(entry(index, offset));
    end = offset + rgb.length;
    // Last, as other threads read the rest once they see it.
    offsets.set(index, offset);
  }

  private byte[] entry(int index, long offset) {
    return ByteBuffer.allocate(ENTRY)
        .putLong(offset)
        .putInt(widths[index])
        .putInt(heights[index])
        .putInt(checksums[index])
        .array();
  }

  private static int checksum(byte[] rgb) {
    CRC32 crc = new CRC32();
    crc.update(rgb);
    return (int) crc.getValue();
  }

  /** Lets another program have the file; images must not be asked for any more. */
  @Override
  public synchronized void close() throws IOException {
    lock.release();
    file.close();
  }
}
