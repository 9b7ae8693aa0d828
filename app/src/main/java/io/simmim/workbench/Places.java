package io.simmim.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the window finds and keeps things.
 *
 * @param settings file of the remembered settings
 * @param configs the configurations of the installation; may not exist
 * @param home folder of the user's own configurations and, by default, runs
 */
public record Places(Path settings, Path configs, Path home) {

  /** The places of the user who started the program. */
  public static Places ofUser() {
    Path user = Path.of(System.getProperty("user.home"));
    return new Places(
        settingsFolder(user, System.getenv()).resolve("window.json"),
        installation().resolve("configs"),
        user.resolve("simmim-workbench"));
  }

  /** Folder for new runs when the user never chose one. */
  public Path defaultRuns() {
    return home.resolve("runs");
  }

  /** The user's own configurations. */
  public Path myConfigs() {
    return home.resolve("configs");
  }

  /** Folder of the demo checkpoint of the installation; may not exist. */
  public Path demo() {
    return configs.toAbsolutePath().resolveSibling("assets").resolve("demo");
  }

  private static Path settingsFolder(Path user, Map<String, String> environment) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("win") && environment.containsKey("APPDATA")) {
      return Path.of(environment.get("APPDATA"), "simmim-workbench");
    }
    String chosen = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path base = chosen.isEmpty() ? user.resolve(".config") : Path.of(chosen);
    return base.resolve("simmim-workbench");
  }

  /** What the launcher says, else the nearest folder upwards that has {@code configs}. */
  private static Path installation() {
    String said = System.getProperty("simmim.home", "");
    if (!said.isEmpty()) {
      return Path.of(said);
    }
    Path here = Path.of("").toAbsolutePath();
    return upwards(here).orElse(here);
  }

  private static Optional<Path> upwards(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("configs"))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }
}
