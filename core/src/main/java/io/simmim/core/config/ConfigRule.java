package io.simmim.core.config;

import java.util.stream.Stream;

/** A rule over several keys of one configuration. */
@FunctionalInterface
interface ConfigRule {

  Stream<Violation> check(ExperimentConfig config);

  /** A rule with at most one violation. */
  static Stream<Violation> require(boolean holds, String message, String... keys) {
    return holds ? Stream.empty() : Stream.of(Violation.of(message, keys));
  }
}
