package io.simmim.core.model;

import io.simmim.core.config.ModelConfig;

/**
 * What is dropped at random while training.
 *
 * @param drop probability of an element (MODEL.DROP_RATE)
 * @param dropPath probability of the last block's branches (MODEL.DROP_PATH_RATE)
 */
record Rates(double drop, double dropPath) {

  static Rates of(ModelConfig config) {
    return new Rates(config.dropRate(), config.dropPathRate());
  }
}
