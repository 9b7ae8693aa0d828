package io.simmim.core.checkpoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns what a pickle held into maps, lists and single values that anybody may walk through. A
 * pickle's own maps and lists may contain themselves, or one another so often that a walk never
 * ends; those are refused.
 */
final class PlainTree {

  private static final int MAX_DEPTH = 20;
  private static final int MAX_VALUES = 100_000;

  private int values;

  /** A map with text keys; yacs's tuples become lists. */
  static Map<String, Object> of(Map<?, ?> saved) throws FormatException {
    return new PlainTree().map(saved, 0);
  }

  private Object plain(Object value, int depth) throws FormatException {
    if (depth > MAX_DEPTH || ++values > MAX_VALUES) {
      throw new FormatException("values nested deeper or more often than any configuration");
    }
    if (value instanceof Map<?, ?> map) {
      return map(map, depth);
    }
    if (value instanceof PyTuple tuple) {
      return list(tuple.items(), depth);
    }
    if (value instanceof List<?> list) {
      return list(list, depth);
    }
    boolean single = value instanceof Number || value instanceof Boolean;
    return value == null || single ? value : value.toString();
  }

  private Map<String, Object> map(Map<?, ?> saved, int depth) throws FormatException {
    Map<String, Object> result = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : saved.entrySet()) {
      result.put(String.valueOf(entry.getKey()), plain(entry.getValue(), depth + 1));
    }
    return Collections.unmodifiableMap(result);
  }

  private List<Object> list(Collection<?> saved, int depth) throws FormatException {
    List<Object> result = new ArrayList<>();
    for (Object item : saved) {
      result.add(plain(item, depth + 1));
    }
    return Collections.unmodifiableList(result);
  }
}
