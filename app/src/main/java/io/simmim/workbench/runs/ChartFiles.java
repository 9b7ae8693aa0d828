package io.simmim.workbench.runs;

import java.nio.file.Path;
import java.util.Optional;

/** Where charts go when they leave the window. */
public interface ChartFiles {

  /** Asks for the file to write; empty when cancelled. */
  Optional<Path> askPlace(String fileName);

  /** The file was written. */
  void written(Path file);

  /** It could not be written. */
  void failed(String sentence);
}
