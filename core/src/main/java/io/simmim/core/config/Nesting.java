package io.simmim.core.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** Turns dotted paths into maps in maps. */
final class Nesting {

  private Nesting() {}

  static Map<String, Object> nest(Map<String, Object> byPath) {
    Map<String, Object> root = new LinkedHashMap<>();
    byPath.forEach((path, value) -> put(root, path, value));
    return root;
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> node, String path, Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      node.put(path, value);
      return;
    }
    Object section = node.computeIfAbsent(path.substring(0, dot), k -> new LinkedHashMap<>());
    put((Map<String, Object>) section, path.substring(dot + 1), value);
  }
}
