package io.simmim.workbench.checkpoint;

import java.nio.file.Path;
import java.util.Optional;

/** What a panel with a picture asks of the window around it. */
public interface FigureActions {

  /** Asks where to write a file, proposing a name; empty when cancelled. */
  Optional<Path> askPlace(String fileName);

  /** Says that it is written. */
  void written(Path file);

  /** Says why it is not. */
  void failed(String sentence);
}
