package io.simmim.core.cli;

import com.google.gson.GsonBuilder;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Output for other programs. */
final class JsonText {

  private JsonText() {}

  /** Indented JSON; null stays, so that every key is always there. */
  static String of(Map<String, Object> tree) {
    return new GsonBuilder()
        .setPrettyPrinting()
        .disableHtmlEscaping()
        .serializeNulls()
        .create()
        .toJson(tree);
  }

  /** The same in one line. */
  static String line(Map<String, Object> tree) {
    return new GsonBuilder().disableHtmlEscaping().serializeNulls().create().toJson(tree);
  }

  /** JSON has no NaN and no infinity; they are strings, as in {@code events.jsonl}. */
  static Object number(double value) {
    return Double.isFinite(value) ? (Object) value : Double.toString(value);
  }

  static Object orNull(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : null;
  }

  static Object orNull(OptionalLong value) {
    return value.isPresent() ? (Object) value.getAsLong() : null;
  }

  /** A configuration's value as JSON has it. */
  static Object value(Object value) {
    boolean plain = value == null || value instanceof Boolean || value instanceof Iterable;
    if (plain || value instanceof Long) {
      return value;
    }
    return value instanceof Double number ? number(number) : value.toString();
  }
}
