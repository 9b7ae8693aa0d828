package io.simmim.core.train;

import io.simmim.core.config.DataConfig;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.data.ImageReading;
import io.simmim.core.image.ImageDecoder;

/** How images are read in a run. */
final class Reading {

  private static final int TRAINING_SHARE = 4;
  private static final int VALIDATION_SHARE = 8;

  private Reading() {}

  /** With a quarter of the heap for decoded images. */
  static ImageReading forTraining(ExperimentConfig config) {
    return of(config.data(), Runtime.getRuntime().maxMemory() / TRAINING_SHARE);
  }

  /** With an eighth of the heap for decoded images, beside those of the training. */
  static ImageReading forValidation(ExperimentConfig config) {
    return of(config.data(), Runtime.getRuntime().maxMemory() / VALIDATION_SHARE);
  }

  static ImageDecoder decoder(ExperimentConfig config) {
    return new ImageDecoder(config.data().exifRotate());
  }

  // DATA.NUM_WORKERS threads, but no more than there are processors.
  private static ImageReading of(DataConfig data, long cacheBytes) {
    int workers = Math.min(data.numWorkers(), Runtime.getRuntime().availableProcessors());
    return new ImageReading(new ImageDecoder(data.exifRotate()), workers, cacheBytes);
  }
}
