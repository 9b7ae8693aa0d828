package io.simmim.core.config;

import java.util.Optional;

/**
 * What became of a raw value: either the typed value (null for a nullable key that was unset) or
 * the reason why there is none.
 *
 * @param problem what is wrong with the raw value; the typed value counts only when this is empty
 */
public record ValueReading(Object value, Optional<String> problem) {

  static ValueReading of(Object value) {
    return new ValueReading(value, Optional.empty());
  }

  static ValueReading wrong(String problem) {
    return new ValueReading(null, Optional.of(problem));
  }
}
