package io.simmim.core.data;

import io.simmim.core.image.ImageDecoder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a loader gets at its images.
 *
 * @param decoder of the files
 * @param workers decoding threads; 0 decodes in the thread that asks for the batch
 * @param cacheBytes memory for decoded images, which are then not decoded again; 0 keeps none
 * @param cacheFile file on the disk for decoded images, also for later runs; empty keeps none
 */
public record ImageReading(
    ImageDecoder decoder, int workers, long cacheBytes, Optional<Path> cacheFile) {

  /** Without a file for decoded images. */
  public ImageReading(ImageDecoder decoder, int workers, long cacheBytes) {
    this(decoder, workers, cacheBytes, Optional.empty());
  }

  public ImageReading {
    if (workers < 0 || cacheBytes < 0) {
      throw new IllegalArgumentException(
          "expected no negative workers or cache, got %d and %d".formatted(workers, cacheBytes));
    }
  }
}
