package io.simmim.core.config;

import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A configuration as a flat list of keys, such as {@code TRAIN.BASE_LR}, with their values as text:
 * to be compared, not to be run. Keys that this program does not know are in it as well.
 */
public final class FlatConfig {

  private FlatConfig() {}

  /** The keys of a YAML text in their order; none when it is no configuration. */
  public static Map<String, String> of(String yaml) {
    Map<String, String> flat = new TreeMap<>();
    try {
      Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
      if (root instanceof Map<?, ?> map) {
        walk(map, "", flat);
      }
    } catch (YAMLException e) {
      return Map.of();
    }
    return flat;
  }

  private static void walk(Map<?, ?> map, String prefix, Map<String, String> flat) {
    map.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> below && !below.isEmpty()) {
            walk(below, prefix + key + ".", flat);
          } else {
            flat.put(prefix + key, String.valueOf(value));
          }
        });
  }
}
