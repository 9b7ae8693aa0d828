package io.simmim.core.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where DJL unpacks the engine, by its own rule ({@code ai.djl.util.Utils.getEngineCacheDir}). */
public final class EngineCache {

  /** The variables that choose the folder, the stronger one first. */
  public static final String ENGINE_CACHE_DIR = "ENGINE_CACHE_DIR";

  public static final String DJL_CACHE_DIR = "DJL_CACHE_DIR";

  private static final String DEFAULT = ".djl.ai";

  private EngineCache() {}

  /**
   * The folder below which each engine has its own.
   *
   * @param property the system property {@code DJL_CACHE_DIR}
   */
  static Path folder(
      Map<String, String> environment, Optional<String> property, Path home, Path temporary) {
    return set(environment, ENGINE_CACHE_DIR)
        .or(() -> set(environment, DJL_CACHE_DIR))
        .or(() -> property)
        .map(Path::of)
        .orElseGet(() -> (Files.isWritable(home) ? home : temporary).resolve(DEFAULT))
        .toAbsolutePath();
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
