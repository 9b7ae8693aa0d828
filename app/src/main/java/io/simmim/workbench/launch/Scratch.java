package io.simmim.workbench.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder among the system's temporary ones, gone with all that is in it once it is closed. */
public record Scratch(Path path) implements AutoCloseable {

  private static final String PREFIX = "simmim-";

  /**
   * A new one.
   *
   * @param purpose to tell the folders apart
   */
  public static Scratch create(String purpose) throws IOException {
    return new Scratch(Files.createTempDirectory(PREFIX + purpose + "-"));
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // What is left lies where the system cleans up by itself.
      return;
    }
  }
}
