package io.simmim.core.cli;

import java.nio.file.Path;

/** Names of configurations. */
final class ConfigName {

  private ConfigName() {}

  /** File name without the ending {@code .yaml}, {@code .yml} or {@code .pth}. */
  static String of(Path file) {
    return file.getFileName().toString().replaceFirst("\\.(ya?ml|pth)$", "");
  }
}
