package io.simmim.core.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is filled beside its place, so that nobody finds it half full. Whatever is not
 * published is gone after closing.
 */
final class StagedFolder implements AutoCloseable {

  private final Path target;
  private final Path path;

  private StagedFolder(Path target, Path path) {
    this.target = target;
    this.path = path;
  }

  /** Makes an empty one beside {@code target}, and the folders above. */
  static StagedFolder beside(Path target) throws IOException {
    Path absolute = target.toAbsolutePath().normalize();
    Files.createDirectories(absolute.getParent());
    String unique = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
    Path path = absolute.resolveSibling("." + absolute.getFileName() + "." + unique + ".tmp~");
    return new StagedFolder(absolute, Files.createDirectory(path));
  }

  /** Where to write. */
  Path path() {
    return path;
  }

  /**
   * Gives the folder its name. When there is a folder of that name its other files stay, and the
   * new ones take the places of old ones in the order of their names.
   */
  void publish() throws IOException {
    if (Files.notExists(target)) {
      Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    for (Path file : files()) {
      Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.sorted().toList();
    }
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(path)) {
      for (Path file : files()) {
        Files.delete(file);
      }
      Files.delete(path);
    }
  }
}
