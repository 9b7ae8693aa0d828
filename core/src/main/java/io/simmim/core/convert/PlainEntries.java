package io.simmim.core.convert;

import io.simmim.core.checkpoint.PyObject;
import io.simmim.core.checkpoint.PyTuple;
import io.simmim.core.checkpoint.TensorData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file holds beside its weights, made of values that every program can read: dictionaries,
 * lists, tuples, texts, numbers and tensors. A namespace becomes a dictionary; any other object,
 * and what holds itself, is left out.
 */
final class PlainEntries {

  private static final int MAX_DEPTH = 20;
  private static final int MAX_VALUES = 300_000;

  private final List<String> dropped = new ArrayList<>();
  private int values;

  private static final class NotPlain extends Exception {
    private static final long serialVersionUID = 1L;

    NotPlain(String what) {
      super(what);
    }
  }

  /** The entries that can be written, by name. */
  Map<String, Object> of(Map<String, ?> entries) {
    Map<String, Object> plain = new LinkedHashMap<>();
    entries.forEach(
        (name, value) -> {
          try {
            plain.put(name, plain(value, 0));
          } catch (NotPlain e) {
            dropped.add(name + " (" + e.getMessage() + ")");
          }
        });
    return plain;
  }

  /** Names of the others, with the reason. */
  List<String> dropped() {
    return List.copyOf(dropped);
  }

  private Object plain(Object value, int depth) throws NotPlain {
    if (depth > MAX_DEPTH || ++values > MAX_VALUES) {
      throw new NotPlain("nested too deep or too often");
    }
    if (value instanceof Map<?, ?> map) {
      return map(map, depth);
    }
    if (value instanceof PyTuple tuple) {
      return new PyTuple(list(tuple.items(), depth));
    }
    if (value instanceof Collection<?> list) {
      return list(list, depth);
    }
    if (value instanceof PyObject object) {
      if (!object.className().equals("argparse.Namespace")) {
        throw new NotPlain("a " + object.className());
      }
      return map(object.attributes(), depth);
    }
    boolean number =
        value instanceof Long
            || value instanceof Integer
            || value instanceof Double
            || value instanceof Float;
    if (value == null
        || number
        || value instanceof Boolean
        || value instanceof String
        || value instanceof TensorData) {
      return value;
    }
    throw new NotPlain("of no plain type");
  }

  private Map<Object, Object> map(Map<?, ?> map, int depth) throws NotPlain {
    Map<Object, Object> plain = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      plain.put(plain(entry.getKey(), depth + 1), plain(entry.getValue(), depth + 1));
    }
    return plain;
  }

  private List<Object> list(Collection<?> items, int depth) throws NotPlain {
    List<Object> plain = new ArrayList<>();
    for (Object item : items) {
      plain.add(plain(item, depth + 1));
    }
    return plain;
  }
}
