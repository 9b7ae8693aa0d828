package io.simmim.core.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keys by their last word, with as many sections before it as tell them apart. */
final class ShortNames {

  private ShortNames() {}

  /** The short name of each key, by its dotted path. */
  static Map<String, String> of(List<SweepAxis> axes) {
    List<String> paths = axes.stream().map(axis -> axis.key().path()).toList();
    Map<String, String> names = new LinkedHashMap<>();
    paths.forEach(path -> names.put(path, shortest(path, paths)));
    return names;
  }

  private static String shortest(String path, List<String> all) {
    int from = path.lastIndexOf('.') + 1;
    while (from > 0 && shared(path.substring(from), all)) {
      from = path.lastIndexOf('.', from - 2) + 1;
    }
    return path.substring(from).replace('.', '_');
  }

  private static boolean shared(String end, List<String> all) {
    return all.stream().filter(p -> p.equals(end) || p.endsWith("." + end)).count() > 1;
  }
}
