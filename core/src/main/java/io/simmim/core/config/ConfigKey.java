package io.simmim.core.config;

import java.util.List;
import java.util.Optional;

/**
 * One key of the configuration, described once for validation, the window's form and the
 * documentation.
 *
 * @param path dotted, for example {@code DATA.MASK_RATIO}
 * @param defaultValue of the type that {@link ValueType} names; null only when {@code nullable}
 * @param range of a number or of each element of a list
 * @param length how many elements a list may have
 * @param choices the only texts allowed; empty when any is
 * @param unit what the number counts, empty when it has none
 * @param description one sentence
 * @param nullable whether YAML {@code null} is allowed
 * @param source which official program has the key
 */
public record ConfigKey(
    String path,
    ValueType type,
    Object defaultValue,
    NumberRange range,
    NumberRange length,
    List<String> choices,
    String unit,
    ConfigSection section,
    String description,
    boolean nullable,
    KeySource source) {

  /** Reads a raw value (text, list or typed) and checks it against this key alone. */
  public ValueReading read(Object raw) {
    if (raw == null || (nullable && isNone(raw))) {
      return nullable ? ValueReading.of(null) : ValueReading.wrong("it has no value");
    }
    ValueReading reading = type.read(raw);
    return reading.problem().isPresent() ? reading : inRange(reading.value());
  }

  /** For people: what this key allows, for example {@code a whole number, at least 1}. */
  public String allowed() {
    return nullable ? plainlyAllowed() + ", or null" : plainlyAllowed();
  }

  private static boolean isNone(Object raw) {
    return raw.equals("None") || raw.equals("null");
  }

  private String plainlyAllowed() {
    if (!choices.isEmpty()) {
      return "one of " + String.join(", ", choices.stream().map(ConfigKey::shown).toList());
    }
    String limits = range.describe();
    if (type.isList()) {
      String each = limits.isEmpty() ? "" : ", each " + limits;
      return "a list of " + lengthText() + type.noun() + each;
    }
    return limits.isEmpty() ? type.noun() : type.noun() + ", " + limits;
  }

  private static String shown(String choice) {
    return choice.isEmpty() ? "'' (empty)" : choice;
  }

  private String lengthText() {
    if (length.min() == length.max()) {
      return NumberText.of(length.min()) + " ";
    }
    return NumberText.of(length.min()) + " to " + NumberText.of(length.max()) + " ";
  }

  private ValueReading inRange(Object value) {
    if (!choices.isEmpty()) {
      return chosen(value.toString());
    }
    if (value instanceof List<?> list) {
      return listInRange(list);
    }
    if (value instanceof Number number && !range.contains(number.doubleValue())) {
      return ValueReading.wrong(value + " is out of range");
    }
    return ValueReading.of(value);
  }

  private ValueReading chosen(String value) {
    Optional<String> choice = choices.stream().filter(value::equalsIgnoreCase).findFirst();
    return choice
        .map(ValueReading::of)
        .orElseGet(() -> ValueReading.wrong(Quoted.of(value) + " is not known"));
  }

  private ValueReading listInRange(List<?> list) {
    if (!length.contains(list.size())) {
      return ValueReading.wrong("a list of " + list.size() + " elements does not fit");
    }
    for (Object element : list) {
      if (!range.contains(((Number) element).doubleValue())) {
        return ValueReading.wrong("the element " + element + " is out of range");
      }
    }
    return ValueReading.of(list);
  }
}
