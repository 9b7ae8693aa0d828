package io.simmim.core.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All keys a configuration has, section by section. Names and defaults are those of {@code
 * config.py} in microsoft/SimMIM; {@link ConfigKey#source} tells which keys come from
 * microsoft/Swin-Transformer or are this program's own.
 */
public final class ConfigSchema {

  private static final ConfigSchema OFFICIAL =
      new ConfigSchema(
          Stream.of(
                  DataKeys.ALL,
                  ModelKeys.ALL,
                  SwinKeys.ALL,
                  VitKeys.ALL,
                  TrainKeys.ALL,
                  OptimizationKeys.ALL,
                  AugKeys.ALL,
                  RunKeys.ALL)
              .flatMap(Collection::stream)
              .toList());

  /** In microsoft/SimMIM. */
  static final String PRETRAINED = "PRETRAINED";

  /** The same in microsoft/Swin-Transformer. */
  static final String MODEL_PRETRAINED = "MODEL.PRETRAINED";

  private final Map<String, ConfigKey> byPath = new LinkedHashMap<>();
  private final Set<String> sections = new TreeSet<>();

  private ConfigSchema(List<ConfigKey> keys) {
    for (ConfigKey key : keys) {
      if (byPath.put(key.path(), key) != null) {
        throw new IllegalArgumentException("expected each key once, got " + key.path() + " twice");
      }
      String path = key.path();
      for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
        sections.add(path.substring(0, dot));
      }
    }
  }

  public static ConfigSchema official() {
    return OFFICIAL;
  }

  public List<ConfigKey> keys() {
    return List.copyOf(byPath.values());
  }

  /** The key of that name; microsoft/Swin-Transformer writes one of them in another section. */
  public Optional<ConfigKey> find(String path) {
    return Optional.ofNullable(byPath.get(path.equals(MODEL_PRETRAINED) ? PRETRAINED : path));
  }

  /** Why an official key has no effect here; empty for any other path. */
  Optional<String> whyPassedOver(String path) {
    return PassedOverKeys.reason(path);
  }

  /** Whether the path names a group of keys, such as {@code MODEL.SWIN}. */
  public boolean isSection(String path) {
    return sections.contains(path);
  }

  /** Some key of a section. */
  String keyIn(String section) {
    return byPath.keySet().stream().filter(p -> p.startsWith(section + ".")).findFirst().orElse("");
  }

  /** Sentence that names the nearest known key, or where to find all of them. */
  String suggestionFor(String path) {
    return KeySuggestion.nearest(path, Stream.concat(byPath.keySet().stream(), sections.stream()))
        .map(near -> "did you mean " + near + "?")
        .orElse("remove it, or see the list of keys.");
  }
}
