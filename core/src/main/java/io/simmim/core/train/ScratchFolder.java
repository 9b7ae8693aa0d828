package io.simmim.core.train;

import io.simmim.core.fault.DataException;
import io.simmim.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder among the system's temporary ones, gone once it is closed. */
record ScratchFolder(Path path) implements AutoCloseable {

  static ScratchFolder create() throws DataException {
    try {
      return new ScratchFolder(Files.createTempDirectory("simmim-estimate-"));
    } catch (IOException e) {
      throw new DataException(
          "The system's folder for temporary files cannot be used (%s); make room there."
              .formatted(e.getMessage()),
          e);
    }
  }

  RunFolder asRunFolder() {
    return new RunFolder(path);
  }

  @Override
  public void close() throws DataException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new DataException(
          "The temporary folder %s cannot be deleted (%s); delete it yourself."
              .formatted(path, e.getMessage()),
          e);
    }
  }
}
