package io.simmim.core.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The files that come with the program. */
final class Installation {

  private static final String HOME = "simmim.home";

  private Installation() {}

  /**
   * A file by its path below the project's folder: as the launcher says, else from here upwards.
   */
  static Path file(String relative) {
    String home = System.getProperty(HOME, "");
    if (!home.isEmpty()) {
      return Path.of(home, relative);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(relative))) {
        return at.resolve(relative);
      }
    }
    return Path.of(relative);
  }
}
