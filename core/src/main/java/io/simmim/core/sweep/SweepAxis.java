package io.simmim.core.sweep;

import io.simmim.core.config.ConfigKey;
import java.util.List;

/**
 * A key and the values that it takes in turn.
 *
 * @param values at least one, each different from the others, written as they were typed: {@link
 *     ConfigKey#read} accepts them
 */
public record SweepAxis(ConfigKey key, List<String> values) {

  public SweepAxis {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("expected a value of " + key.path() + ", got none");
    }
  }
}
