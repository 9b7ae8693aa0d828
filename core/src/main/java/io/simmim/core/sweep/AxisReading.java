package io.simmim.core.sweep;

import io.simmim.core.config.ConfigKey;
import io.simmim.core.config.ValueReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the values that were typed for a key.
 *
 * @param axis empty when there is a problem
 * @param problem one sentence; empty when there is none
 */
public record AxisReading(Optional<SweepAxis> axis, String problem) {

  private static final String RANGES =
      "a range is FROM:TO:STEP or FROM:TO:xFACTOR, such as 0.2:0.8:0.2 or 16:64:x2.";

  /** How values are written, for the hint of a field. */
  public static String hint(ConfigKey key) {
    if (key.type().isList()) {
      return "Lists in brackets, parted by commas: [2, 2, 6, 2], [2, 2, 18, 2]";
    }
    return key.type().isNumeric()
        ? "Values parted by commas: 0.4, 0.6, 0.8. Ranges: 0.2:0.8:0.2 (steps), 16:64:x2 (factors)"
        : "Values parted by commas; '' for an empty one";
  }

  /**
   * Reads values that commas part, and for numbers ranges; a value that comes twice counts once.
   * Each must be one that the key allows.
   */
  public static AxisReading of(ConfigKey key, String typed) {
    if (typed.isBlank()) {
      return wrong("Type the values of " + key.path() + ".");
    }
    Map<Object, String> values = new LinkedHashMap<>();
    for (String part : ValueTexts.split(typed)) {
      Optional<ValueRange> range =
          key.type().isNumeric() ? ValueRange.read(part) : Optional.empty();
      String problem = range.map(ValueRange::problem).orElse("");
      if (!problem.isEmpty()) {
        return wrong(part + ": " + problem + "; " + RANGES);
      }
      for (String text : range.map(ValueRange::values).orElse(List.of(part))) {
        ValueReading reading = key.read(ValueTexts.unquoted(text));
        if (text.isEmpty() || reading.problem().isPresent()) {
          return wrong(sentence(key, text, reading));
        }
        values.putIfAbsent(Optional.ofNullable(reading.value()), ValueTexts.unquoted(text));
      }
    }
    return new AxisReading(Optional.of(new SweepAxis(key, new ArrayList<>(values.values()))), "");
  }

  private static String sentence(ConfigKey key, String text, ValueReading reading) {
    if (text.isEmpty()) {
      return "A value is missing beside a comma.";
    }
    boolean range = key.type().isNumeric() && text.contains(":");
    String what = reading.problem().orElseThrow() + "; ";
    return range ? what + RANGES : what + "allowed: " + key.allowed() + ".";
  }

  private static AxisReading wrong(String problem) {
    return new AxisReading(Optional.empty(), problem);
  }
}
