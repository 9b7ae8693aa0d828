package io.simmim.core.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A value for every key of the official schema, by dotted path, in the schema's order. Immutable.
 * Values have the types of {@link ValueType}; a nullable key may hold null.
 */
public final class ConfigValues {

  private static final ConfigValues DEFAULTS = new ConfigValues(defaultMap());

  private final Map<String, Object> values;

  private ConfigValues(Map<String, Object> values) {
    this.values = values;
  }

  public static ConfigValues defaults() {
    return DEFAULTS;
  }

  /** Takes a value for every key, in any order; an empty list of a nullable key means null. */
  static ConfigValues of(Map<String, Object> byPath) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (ConfigKey key : ConfigSchema.official().keys()) {
      Object value = byPath.get(key.path());
      ordered.put(key.path(), key.nullable() && List.of().equals(value) ? null : value);
    }
    return new ConfigValues(ordered);
  }

  /** The value of a known key; null for a nullable key that is not set. */
  public Object get(String path) {
    return values.get(key(path).path());
  }

  /**
   * A copy with one other value.
   *
   * @throws IllegalArgumentException for an unknown key or a value that {@link ConfigKey#read}
   *     refuses
   */
  public ConfigValues with(String path, Object value) {
    ConfigKey key = key(path);
    ValueReading reading = key.read(value);
    if (reading.problem().isPresent()) {
      throw new IllegalArgumentException(
          path + ": expected " + key.allowed() + ", got " + reading.problem().get());
    }
    Map<String, Object> copy = new LinkedHashMap<>(values);
    copy.put(key.path(), reading.value());
    return new ConfigValues(copy);
  }

  /** All values; the map cannot be changed. */
  public Map<String, Object> asMap() {
    return Collections.unmodifiableMap(values);
  }

  /** The values that differ from the official defaults. */
  public Map<String, Object> changedFromDefault() {
    return differencesFrom(DEFAULTS);
  }

  /** This configuration's values wherever it differs from the other one. */
  public Map<String, Object> differencesFrom(ConfigValues other) {
    Map<String, Object> changed = new LinkedHashMap<>(values);
    changed.entrySet().removeIf(e -> Objects.equals(e.getValue(), other.values.get(e.getKey())));
    return Collections.unmodifiableMap(changed);
  }

  /** Sections as maps in maps, as in a YAML file. */
  public Map<String, Object> toNested() {
    return Nesting.nest(values);
  }

  private static ConfigKey key(String path) {
    return ConfigSchema.official()
        .find(path)
        .orElseThrow(() -> new IllegalArgumentException("expected a known key, got " + path));
  }

  private static Map<String, Object> defaultMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    ConfigSchema.official().keys().forEach(key -> map.put(key.path(), key.defaultValue()));
    return map;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfigValues that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return "ConfigValues" + changedFromDefault();
  }
}
