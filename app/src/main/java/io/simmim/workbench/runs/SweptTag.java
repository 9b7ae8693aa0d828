package io.simmim.workbench.runs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tag of a run of a sweep, {@code photos__MASK_RATIO-0.4__MASK_PATCH_SIZE-16}, in few words.
 */
final class SweptTag {

  private static final Pattern VALUE = Pattern.compile("(?:[A-Z0-9]+_)*([A-Z0-9]+)-(.+)");

  private SweptTag() {}

  /** The tag, or the most of what tells it from others that has room; the least has to do. */
  static String fitting(String tag, Predicate<String> fits) {
    List<String> brief = brief(tag);
    return Stream.concat(Stream.of(tag), brief.stream())
        .filter(fits)
        .findFirst()
        .orElse(brief.isEmpty() ? tag : brief.get(brief.size() - 1));
  }

  /**
   * What tells it from the other runs of the sweep, from the longest to the shortest: {@code …RATIO
   * 0.4, SIZE 16} with keys by their last word, {@code …0.4, 16} with none; empty for the tag of
   * another run.
   */
  static List<String> brief(String tag) {
    String[] parts = tag.split("__", -1);
    Deque<String> keys = new ArrayDeque<>();
    Deque<String> values = new ArrayDeque<>();
    for (int i = parts.length - 1; i > 0; i--) {
      Matcher value = VALUE.matcher(parts[i]);
      if (!value.matches()) {
        break;
      }
      keys.addFirst(value.group(1) + " " + value.group(2));
      values.addFirst(value.group(2));
    }
    return values.isEmpty()
        ? List.of()
        : List.of("…" + String.join(", ", keys), "…" + String.join(", ", values));
  }
}
