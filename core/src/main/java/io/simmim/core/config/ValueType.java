package io.simmim.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The type of a key decides how its text is read, not the look of the text: YAML 1.1 would take
 * {@code 1e-6} for a word and {@code on} for a truth value. Typed values are {@link Boolean},
 * {@link Long}, {@link Double}, {@link String}, or a {@link List} of {@link Long} or {@link
 * Double}.
 */
public enum ValueType {
  BOOLEAN("true or false"),
  INTEGER("a whole number"),
  FLOAT("a number"),
  TEXT("a text"),
  INTEGER_LIST("whole numbers"),
  FLOAT_LIST("numbers");

  private static final Set<String> TRUE_WORDS = Set.of("true", "yes", "on");
  private static final Set<String> FALSE_WORDS = Set.of("false", "no", "off");
  private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9_]{0,20})");
  private static final Pattern DECIMAL =
      Pattern.compile(
          "[-+]?([0-9][0-9_]{0,30}\\.?[0-9]{0,30}|\\.[0-9]{1,30})([eE][-+]?[0-9]{1,4})?");

  private final String noun;

  ValueType(String noun) {
    this.noun = noun;
  }

  /** For people: {@code a whole number}; for lists the plural of the elements. */
  public String noun() {
    return noun;
  }

  public boolean isList() {
    return this == INTEGER_LIST || this == FLOAT_LIST;
  }

  public boolean isNumeric() {
    return this == INTEGER || this == FLOAT;
  }

  /**
   * Reads a raw value: text as written, a list, or a value that already has a type.
   *
   * @param raw not null
   */
  ValueReading read(Object raw) {
    return switch (this) {
      case BOOLEAN -> readBoolean(raw);
      case INTEGER -> readInteger(raw);
      case FLOAT -> readFloat(raw);
      case TEXT -> raw instanceof List ? wrong(raw) : ValueReading.of(raw.toString());
      case INTEGER_LIST -> readList(raw, INTEGER);
      case FLOAT_LIST -> readList(raw, FLOAT);
    };
  }

  private ValueReading readBoolean(Object raw) {
    String word = raw.toString().toLowerCase(Locale.ROOT);
    if (TRUE_WORDS.contains(word) || FALSE_WORDS.contains(word)) {
      return ValueReading.of(TRUE_WORDS.contains(word));
    }
    return wrong(raw);
  }

  private ValueReading readInteger(Object raw) {
    String text = raw.toString().strip();
    if (!WHOLE.matcher(text).matches()) {
      return wrong(raw);
    }
    try {
      return ValueReading.of(Long.parseLong(text.replace("_", "")));
    } catch (NumberFormatException tooLarge) {
      return wrong(raw);
    }
  }

  private ValueReading readFloat(Object raw) {
    String text = raw.toString().strip();
    if (!DECIMAL.matcher(text).matches()) {
      return wrong(raw);
    }
    double value = Double.parseDouble(text.replace("_", ""));
    return Double.isFinite(value) ? ValueReading.of(value) : wrong(raw);
  }

  private ValueReading readList(Object raw, ValueType elementType) {
    List<?> elements = raw instanceof List<?> list ? list : ListText.split(raw.toString());
    List<Object> values = new ArrayList<>();
    for (Object element : elements) {
      ValueReading reading = element == null ? wrong("null") : elementType.read(element);
      if (reading.problem().isPresent()) {
        return ValueReading.wrong(
            "the element " + Quoted.of(element) + " is not " + elementType.noun);
      }
      values.add(reading.value());
    }
    return ValueReading.of(List.copyOf(values));
  }

  private ValueReading wrong(Object raw) {
    return ValueReading.wrong(Quoted.of(raw) + " is not " + (isList() ? "a list of " : "") + noun);
  }
}
