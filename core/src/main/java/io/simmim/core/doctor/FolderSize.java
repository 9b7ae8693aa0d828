package io.simmim.core.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Room that a folder takes and has, in bytes. */
final class FolderSize {

  private static final long UNKNOWN = -1;

  private FolderSize() {}

  /** Of all files in it; 0 when it cannot be read. */
  static long of(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  /** What is left for this user on its disk; negative when unknown. */
  static long free(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      return UNKNOWN;
    }
  }
}
