package io.simmim.core.config;

import java.util.List;

/**
 * Values that are fine one by one but not together.
 *
 * @param keys the keys involved; the first one is where to point at unless it was never written
 * @param message the rule, the numbers, what to do
 */
record Violation(List<String> keys, String message) {

  static Violation of(String message, String... keys) {
    return new Violation(List.of(keys), message);
  }
}
