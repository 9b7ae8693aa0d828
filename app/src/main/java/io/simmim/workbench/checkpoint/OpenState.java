package io.simmim.workbench.checkpoint;

import io.simmim.core.inspect.Inspection;
import java.nio.file.Path;
import java.util.Optional;

/** What the page shows. */
public sealed interface OpenState {

  /** No file yet. */
  record Nothing() implements OpenState {}

  /** A file is being looked into. */
  record Opening(Path path) implements OpenState {}

  /** A file that could be read. */
  record Opened(Inspection inspection) implements OpenState {}

  /**
   * A file that could not.
   *
   * @param sentence what is wrong and what to do
   * @param details technical text; may be empty
   */
  record Refused(Path path, String sentence, String details) implements OpenState {}

  /** The verdict, when there is one. */
  default Optional<Inspection> content() {
    return this instanceof Opened opened ? Optional.of(opened.inspection()) : Optional.empty();
  }
}
