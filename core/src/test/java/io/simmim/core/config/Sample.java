package io.simmim.core.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Short ways for the tests of this package to load things. */
final class Sample {

  static final Path GOLDEN = Path.of("src/test/resources/golden");
  static final Path CONFIGS = Path.of("../configs");

  private Sample() {}

  static ConfigResult yaml(String text) {
    return yaml(text, Overrides.none());
  }

  static ConfigResult yaml(String text, Overrides overrides) {
    return new ConfigLoader().parse(text, Path.of("."), "test.yaml", overrides);
  }

  static ConfigResult file(Path file) {
    return new ConfigLoader().load(file, Overrides.none());
  }

  static List<String> lines(ConfigResult result) {
    return result.faults().stream().map(ConfigFault::toString).toList();
  }

  static List<Path> yamlFilesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
