package io.simmim.workbench.masks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The checkpoint that comes with the program. */
public final class DemoCheckpoint {

  /** DATA.MASK_PATCH_SIZE of its training, in pixels: what it fills in best. */
  public static final int MASK_PATCH_SIZE = 16;

  /** DATA.MASK_RATIO of its training. */
  public static final double MASK_RATIO = 0.6;

  private DemoCheckpoint() {}

  /** The first checkpoint in the folder by its name; empty if there is none. */
  public static Optional<Path> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(DemoCheckpoint::isCheckpoint).sorted().findFirst();
    } catch (IOException e) {
      return Optional.empty(); // cannot be listed, so it cannot be opened
    }
  }

  private static boolean isCheckpoint(Path file) {
    return CheckpointEndings.has(file.getFileName().toString()) && Files.isRegularFile(file);
  }
}
