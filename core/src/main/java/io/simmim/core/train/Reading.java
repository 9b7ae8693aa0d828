package io.simmim.core.train;

import io.simmim.core.config.DataConfig;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.data.ImageFolder;
import io.simmim.core.data.ImageReading;
import io.simmim.core.image.ImageDecoder;
import java.util.Optional;

/** How images are read in a run. */
final class Reading {

  private static final int TRAINING_SHARE = 4;
  private static final int VALIDATION_SHARE = 8;

  private static final String KEEP_SOME = "part";
  private static final String KEEP_ALL = "full";

  private Reading() {}

  /** With what DATA.CACHE_MODE grants decoded images: up to a quarter of the heap, or a file. */
  static ImageReading forTraining(ExperimentConfig config) {
    return of(config.data(), heap(config.data(), TRAINING_SHARE));
  }

  /** The same, with a file for decoded images where DATA.CACHE_MODE wants one. */
  static ImageReading forTraining(ExperimentConfig config, ImageFolder images) {
    ImageReading reading = forTraining(config);
    return new ImageReading(
        reading.decoder(),
        reading.workers(),
        reading.cacheBytes(),
        Optional.of(CacheFolder.in(config).fileFor(images)).filter(file -> keepsAll(config)));
  }

  private static boolean keepsAll(ExperimentConfig config) {
    return config.data().cacheMode().equals(KEEP_ALL);
  }

  private static long heap(DataConfig data, int share) {
    return data.cacheMode().equals(KEEP_SOME) ? Runtime.getRuntime().maxMemory() / share : 0;
  }

  /** The same with up to an eighth of the heap, beside the images of the training. */
  static ImageReading forValidation(ExperimentConfig config) {
    return of(config.data(), heap(config.data(), VALIDATION_SHARE));
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
