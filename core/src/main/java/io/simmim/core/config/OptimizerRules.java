package io.simmim.core.config;

import static io.simmim.core.config.ConfigRule.require;

import java.util.stream.Stream;

/** When an optimizer has what it needs: the official SGD is Nesterov's ({@code optimizer.py}). */
final class OptimizerRules {

  private OptimizerRules() {}

  static Stream<Violation> check(ExperimentConfig config) {
    OptimizerConfig optimizer = config.train().optimizer();
    return require(
        !optimizer.name().equals("sgd") || optimizer.momentum() > 0,
        "SGD here is Nesterov's, which needs a momentum; set it above 0, for example to 0.9.",
        "TRAIN.OPTIMIZER.MOMENTUM",
        "TRAIN.OPTIMIZER.NAME");
  }
}
