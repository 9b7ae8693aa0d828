package io.simmim.core.data;

import io.simmim.core.image.ImageDecoder;

/**
 * How a loader gets at its images.
 *
 * @param decoder of the files
 * @param workers decoding threads; 0 decodes in the thread that asks for the batch
 * @param cacheBytes memory for decoded images, which are then not decoded again; 0 keeps none
 */
public record ImageReading(ImageDecoder decoder, int workers, long cacheBytes) {

  public ImageReading {
    if (workers < 0 || cacheBytes < 0) {
      throw new IllegalArgumentException(
          "expected no negative workers or cache, got %d and %d".formatted(workers, cacheBytes));
    }
  }
}
