package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.RgbImage;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Decoded images of a folder; those that cannot be read are noted and passed over. Keeps decoded
 * images in memory as far as a budget reaches: an epoch visits each image once, in no order, so
 * nothing kept is worth more than the rest and nothing is ever thrown out. A {@link PackedCache}
 * keeps them for later runs too.
 */
final class ReadableImages implements AutoCloseable {

  private final ImageFolder folder;
  private final ImageDecoder decoder;
  private final SkippedImages skipped = new SkippedImages();
  private final AtomicReferenceArray<RgbImage> kept;
  private final Optional<PackedCache> packed;
  private final AtomicLong budget;
  private final AtomicInteger keptImages = new AtomicInteger();
  private final long cacheBytes;

  ReadableImages(ImageFolder folder, ImageReading reading) {
    this.folder = folder;
    this.decoder = reading.decoder();
    this.packed =
        reading
            .cacheFile()
            .map(file -> new PackedCache(file, folder, decoder, PackedCache.RESERVE));
    this.kept = new AtomicReferenceArray<>(folder.size());
    this.cacheBytes = reading.cacheBytes();
    this.budget = new AtomicLong(cacheBytes);
  }

  /** A decoded image and its index in the folder. */
  record Indexed(int index, RgbImage image) {}

  /**
   * The image at a position of an epoch's order; where it cannot be read, the next one in that
   * order (around the end) that can.
   *
   * @throws DataException when no image at all can be read
   */
  Indexed at(int position, int[] order) throws DataException {
    for (int i = 0; i < order.length; i++) {
      int index = order[(position + i) % order.length];
      RgbImage image = skipped.contains(index) ? null : readOrSkip(index);
      if (image != null) {
        return new Indexed(index, image);
      }
    }
    throw noneReadable();
  }

  /** The image, unless it cannot be read. */
  Optional<RgbImage> at(int index) {
    return Optional.ofNullable(skipped.contains(index) ? null : readOrSkip(index));
  }

  /** The fault of a folder without one readable image. */
  DataException noneReadable() {
    return new DataException(
        "None of the %d images below %s can be read; the first: %s"
            .formatted(folder.size(), folder.root(), skipped.snapshot().get(0).reason()));
  }

  private RgbImage readOrSkip(int index) {
    RgbImage image = kept.get(index);
    if (image != null) {
      return image;
    }
    try {
      image = decoded(index);
      keep(index, image);
      return image;
    } catch (DataException e) {
      skipped.add(new SkippedImages.Skipped(index, folder.file(index), e.getMessage()));
      return null;
    }
  }

  private RgbImage decoded(int index) throws DataException {
    Optional<RgbImage> found = packed.flatMap(cache -> cache.get(index));
    if (found.isPresent()) {
      return found.get();
    }
    RgbImage image = decoder.decode(folder.file(index));
    packed.ifPresent(cache -> cache.put(index, image));
    return image;
  }

  private void keep(int index, RgbImage image) {
    int bytes = image.rgb().length;
    if (budget.addAndGet(-bytes) < 0 || !kept.compareAndSet(index, null, image)) {
      budget.addAndGet(bytes);
    } else {
      keptImages.incrementAndGet();
    }
  }

  DecodedImages decoded() {
    return new DecodedImages(
        keptImages.get(), cacheBytes - budget.get(), cacheBytes, folder.size());
  }

  /** The path of an image below the folder. */
  String name(int index) {
    return folder.relativePath(index);
  }

  SkippedImages skipped() {
    return skipped;
  }

  /** Why decoded images are not kept on the disk although they should be, one sentence. */
  Optional<String> cacheFault() {
    return packed.flatMap(PackedCache::fault);
  }

  @Override
  public void close() {
    packed.ifPresent(PackedCache::close);
  }
}
