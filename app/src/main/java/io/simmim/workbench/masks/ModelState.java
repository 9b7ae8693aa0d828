package io.simmim.workbench.masks;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How far a chosen checkpoint is.
 *
 * @param file empty while none is chosen
 * @param geometry once it is loaded
 * @param problem one sentence, empty unless it cannot be used
 */
public record ModelState(Optional<Path> file, Optional<Geometry> geometry, String problem) {

  static final ModelState NONE = new ModelState(Optional.empty(), Optional.empty(), "");

  static ModelState loading(Path file) {
    return new ModelState(Optional.of(file), Optional.empty(), "");
  }

  ModelState ready(Geometry loaded) {
    return new ModelState(file, Optional.of(loaded), "");
  }

  ModelState refused(String sentence) {
    return new ModelState(file, Optional.empty(), sentence);
  }

  public boolean isReady() {
    return geometry.isPresent();
  }

  public boolean isLoading() {
    return file.isPresent() && geometry.isEmpty() && problem.isEmpty();
  }
}
