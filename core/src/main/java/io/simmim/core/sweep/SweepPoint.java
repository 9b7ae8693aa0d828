package io.simmim.core.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One combination of values.
 *
 * @param values as they were typed, by dotted path, in the order of the keys
 */
public record SweepPoint(Map<String, String> values) {

  public SweepPoint {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The same with one more value. */
  SweepPoint with(String path, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(path, value);
    return new SweepPoint(more);
  }

  /** {@code KEY VALUE KEY VALUE ...}, as {@code --opts} takes them. */
  public List<String> options() {
    List<String> words = new ArrayList<>();
    values.forEach((path, value) -> words.addAll(List.of(path, value)));
    return words;
  }

  /** {@code <base>__MASK_RATIO-0.4__MASK_PATCH_SIZE-16}: letters that a folder may have. */
  String tag(String base, Map<String, String> names) {
    StringBuilder tag = new StringBuilder(base);
    values.forEach(
        (path, value) -> tag.append("__").append(names.get(path)).append('-').append(legal(value)));
    return tag.toString();
  }

  private static String legal(String value) {
    String bare = value.replaceAll("[\\[\\]()\\s'\"]", "");
    return bare.isEmpty() ? "none" : bare.replaceAll("[^A-Za-z0-9_.+=@-]", "-");
  }
}
