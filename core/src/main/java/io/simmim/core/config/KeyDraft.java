package io.simmim.core.config;

import java.util.List;

/** Spells out a {@link ConfigKey} in the schema's lists; the description completes it. */
record KeyDraft(
    String path,
    ValueType type,
    Object defaultValue,
    NumberRange range,
    NumberRange length,
    List<String> choices,
    String unit,
    ConfigSection section,
    boolean nullable,
    KeySource source) {

  private static final long MAX_COUNT = 1_000_000;
  private static final NumberRange ONE = NumberRange.closed(1, 1);

  static KeyDraft flag(ConfigSection section, String path, boolean value) {
    return draft(section, path, ValueType.BOOLEAN, value, NumberRange.ANY);
  }

  static KeyDraft integer(ConfigSection section, String path, long value) {
    return draft(section, path, ValueType.INTEGER, value, NumberRange.closed(0, MAX_COUNT));
  }

  static KeyDraft number(ConfigSection section, String path, Double value) {
    return draft(section, path, ValueType.FLOAT, value, NumberRange.ANY);
  }

  static KeyDraft text(ConfigSection section, String path, String value) {
    return draft(section, path, ValueType.TEXT, value, NumberRange.ANY);
  }

  static KeyDraft integers(ConfigSection section, String path, List<Long> value) {
    return draft(section, path, ValueType.INTEGER_LIST, value, NumberRange.ANY);
  }

  static KeyDraft numbers(ConfigSection section, String path, List<Double> value) {
    return draft(section, path, ValueType.FLOAT_LIST, value, NumberRange.ANY);
  }

  private static KeyDraft draft(
      ConfigSection section, String path, ValueType type, Object value, NumberRange range) {
    boolean nullable = value == null;
    return new KeyDraft(
        path, type, value, range, ONE, List.of(), "", section, nullable, KeySource.BOTH);
  }

  /** Limits the value, or each element of a list. */
  KeyDraft in(NumberRange limits) {
    return new KeyDraft(
        path, type, defaultValue, limits, length, choices, unit, section, nullable, source);
  }

  /** Whole numbers of 1 and more. */
  KeyDraft positive() {
    return from(1, MAX_COUNT);
  }

  KeyDraft from(long min, long max) {
    return in(NumberRange.closed(min, max));
  }

  KeyDraft count(int min, int max) {
    NumberRange limits = NumberRange.closed(min, max);
    return new KeyDraft(
        path, type, defaultValue, range, limits, choices, unit, section, nullable, source);
  }

  KeyDraft oneOf(String... words) {
    return new KeyDraft(
        path, type, defaultValue, range, length, List.of(words), unit, section, nullable, source);
  }

  KeyDraft unit(String name) {
    return new KeyDraft(
        path, type, defaultValue, range, length, choices, name, section, nullable, source);
  }

  /** Allows null beside the default. */
  KeyDraft orNull() {
    return new KeyDraft(
        path, type, defaultValue, range, length, choices, unit, section, true, source);
  }

  /** For keys that not both official programs have. */
  KeyDraft knownTo(KeySource programs) {
    return new KeyDraft(
        path, type, defaultValue, range, length, choices, unit, section, nullable, programs);
  }

  ConfigKey says(String description) {
    return new ConfigKey(
        path,
        type,
        defaultValue,
        range,
        length,
        choices,
        unit,
        section,
        description,
        nullable,
        source);
  }
}
