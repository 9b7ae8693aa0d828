package io.simmim.core.sweep;

import java.util.ArrayList;
import java.util.List;

/** Values that commas part; a comma in brackets or quotes belongs to its value. */
final class ValueTexts {

  private static final String OPENING = "[(";
  private static final String CLOSING = "])";

  private ValueTexts() {}

  /** The values without the blanks around them; one that is empty was left out, or is missing. */
  static List<String> split(String typed) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (quote == 0 && depth == 0 && c == ',') {
        parts.add(part.toString().strip());
        part.setLength(0);
        continue;
      }
      quote = quoteAfter(quote, c);
      depth = quote == 0 ? depthAfter(depth, c) : depth;
      part.append(c);
    }
    parts.add(part.toString().strip());
    return parts;
  }

  /** Without the quotes around it. */
  static String unquoted(String text) {
    boolean quoted =
        text.length() >= 2
            && (text.charAt(0) == '\'' || text.charAt(0) == '"')
            && text.charAt(0) == text.charAt(text.length() - 1);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private static char quoteAfter(char quote, char c) {
    if (quote != 0) {
      return c == quote ? 0 : quote;
    }
    return c == '\'' || c == '"' ? c : 0;
  }

  private static int depthAfter(int depth, char c) {
    if (OPENING.indexOf(c) >= 0) {
      return depth + 1;
    }
    return CLOSING.indexOf(c) >= 0 ? Math.max(0, depth - 1) : depth;
  }
}
