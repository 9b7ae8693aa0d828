package io.simmim.core.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes one key in YAML text and leaves comments, order and spacing of the rest as they are, so
 * that a form and an editor can share one text.
 */
public final class ConfigEdit {

  private ConfigEdit() {}

  /**
   * The text with the key set, whether it was there or not.
   *
   * @param value as {@link ConfigKey#read} accepts it
   * @return empty when the text is not YAML, or so unusual that the change would alter other keys
   * @throws IllegalArgumentException for an unknown key or a value that the key refuses
   */
  public static Optional<String> set(String yaml, String path, Object value) {
    Object typed = ConfigValues.defaults().with(path, value).get(path);
    YamlText.Parsed parsed = YamlText.parse(yaml, "");
    if (parsed.fault().isPresent()) {
      return Optional.empty();
    }
    List<String> names = List.of(path.split("\\."));
    return new YamlSplice(yaml)
        .set(parsed.root(), names, ConfigWriter.inline(path, typed))
        .filter(edited -> differsOnlyIn(path, typed, yaml, edited));
  }

  private static boolean differsOnlyIn(String path, Object typed, String before, String after) {
    ConfigSchema schema = ConfigSchema.official();
    YamlDocument old = YamlDocument.read(before, "", schema);
    YamlDocument edited = YamlDocument.read(after, "", schema);
    Map<String, Object> expected = rawValues(old);
    Map<String, Object> actual = rawValues(edited);
    expected.remove(path);
    ValueReading reading = schema.find(path).orElseThrow().read(actual.remove(path));
    return reading.problem().isEmpty()
        && Objects.equals(reading.value(), typed)
        && expected.equals(actual)
        && names(old.bases()).equals(names(edited.bases()))
        && edited.faults().size() <= old.faults().size();
  }

  private static Map<String, Object> rawValues(YamlDocument document) {
    Map<String, Object> values = new LinkedHashMap<>();
    document.entries().forEach(entry -> values.put(entry.path(), entry.raw()));
    return values;
  }

  private static List<Object> names(List<YamlDocument.Entry> bases) {
    return bases.stream().map(YamlDocument.Entry::raw).toList();
  }
}
