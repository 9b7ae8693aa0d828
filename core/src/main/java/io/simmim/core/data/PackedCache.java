package io.simmim.core.data;

import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.RgbImage;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps decoded images in a file on the disk, for later epochs and later runs. It never stands in
 * the way: where the file cannot be used, images are decoded as without it, and {@link #fault} says
 * why. It leaves room on the disk for checkpoints.
 */
final class PackedCache implements AutoCloseable {

  /** Free bytes on the disk below which nothing is added. */
  static final long RESERVE = 2L << 30;

  private final Path path;
  private final ImageFolder folder;
  private final ImageDecoder decoder;
  private final long reserve;
  private volatile boolean tried;
  private volatile PackedFile file;
  private volatile boolean full;
  private volatile String fault;

  /**
   * A cache in a file that is opened, or made, when the first image is asked for; one that was made
   * for other images or by another decoder is emptied.
   *
   * @param reserve bytes to leave free on the disk
   */
  PackedCache(Path path, ImageFolder folder, ImageDecoder decoder, long reserve) {
    this.path = path;
    this.folder = folder;
    this.decoder = decoder;
    this.reserve = reserve;
  }

  private PackedFile opened() {
    if (!tried) {
      open();
    }
    return file;
  }

  private synchronized void open() {
    if (tried) {
      return;
    }
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      file = PackedFile.open(path, CacheFingerprint.of(folder, decoder), folder.size());
    } catch (IOException e) {
      unusable(e);
    } finally {
      tried = true;
    }
  }

  /** Why images are not read or not kept any more, one sentence; empty while all is well. */
  Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  Optional<RgbImage> get(int index) {
    PackedFile opened = opened();
    if (opened == null) {
      return Optional.empty();
    }
    try {
      return opened.read(index);
    } catch (IOException e) {
      unusable(e);
      return Optional.empty();
    }
  }

  void put(int index, RgbImage image) {
    PackedFile opened = opened();
    if (opened == null || full) {
      return;
    }
    if (path.toFile().getUsableSpace() - image.rgb().length < reserve) {
      stopAdding("its disk is nearly full");
      return;
    }
    try {
      opened.write(index, image);
    } catch (IOException e) {
      stopAdding(reason(e));
    }
  }

  private void stopAdding(String reason) {
    full = true;
    fault =
        "No more decoded images are kept in %s (%s); the others are decoded in every epoch."
            .formatted(path, reason);
  }

  private void unusable(IOException e) {
    file = null;
    // A thread that was interrupted closes the channel: the run is being stopped.
    if (!(e instanceof ClosedChannelException)) {
      fault =
          "Decoded images are not kept in %s (%s); they are decoded in every epoch."
              .formatted(path, reason(e));
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** Lets another run have the file. */
  @Override
  public synchronized void close() {
    PackedFile opened = file;
    file = null;
    tried = true;
    if (opened != null) {
      try {
        opened.close();
      } catch (IOException e) {
        unusable(e);
      }
    }
  }
}
