package io.simmim.core.config;

import java.util.Arrays;
import java.util.List;

/** Lists on a command line or written as a Python tuple: {@code [2, 2]}, {@code (0.9, 0.95)}. */
final class ListText {

  private ListText() {}

  /** The elements as text; a trailing comma adds none. Without brackets it is one element. */
  static List<String> split(String text) {
    String body = withoutBrackets(text.strip());
    return body.isBlank() ? List.of() : Arrays.stream(body.split(",")).map(String::strip).toList();
  }

  private static String withoutBrackets(String text) {
    boolean bracketed =
        (text.startsWith("[") && text.endsWith("]"))
            || (text.startsWith("(") && text.endsWith(")"));
    return bracketed ? text.substring(1, text.length() - 1) : text;
  }
}
