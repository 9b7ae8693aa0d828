package io.simmim.core.stats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The file {@code published.yaml}: numbers and where they stand, by name of configuration. */
final class PublishedNumbers {

  private static final String FILE = "published.yaml";

  private final Map<?, ?> root;

  private PublishedNumbers(Map<?, ?> root) {
    this.root = root;
  }

  static PublishedNumbers shipped() {
    try (InputStream in = PublishedNumbers.class.getResourceAsStream(FILE)) {
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      return new PublishedNumbers((Map<?, ?>) yaml.load(in));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " is missing from the build", e);
    }
  }

  Optional<Published> about(String config) {
    return list("models").stream()
        .map(entry -> (Map<?, ?>) entry)
        .filter(entry -> matches((String) entry.get("config"), config))
        .map(this::published)
        .findFirst();
  }

  private static boolean matches(String pattern, String config) {
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(config));
  }

  private Published published(Map<?, ?> entry) {
    Map<?, ?> sources = (Map<?, ?>) root.get("sources");
    return new Published(
        number(entry, "encoder"),
        number(entry, "classifier"),
        number(entry, "gmacs"),
        number(entry, "top1"),
        ((List<?>) entry.get("from")).stream().map(key -> (String) sources.get(key)).toList());
  }

  private List<?> list(String key) {
    return (List<?>) root.get(key);
  }

  private static OptionalDouble number(Map<?, ?> entry, String key) {
    return entry.get(key) instanceof Number value
        ? OptionalDouble.of(value.doubleValue())
        : OptionalDouble.empty();
  }
}
