package io.simmim.core.train;

import io.simmim.core.config.ExperimentConfig;

/** How many threads read images. */
final class Workers {

  private Workers() {}

  /** DATA.NUM_WORKERS, but no more than there are processors. */
  static int of(ExperimentConfig config) {
    return Math.min(config.data().numWorkers(), Runtime.getRuntime().availableProcessors());
  }
}
