package io.simmim.workbench.masks;

import io.simmim.core.reconstruct.HeadShape;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How far a chosen checkpoint is.
 *
 * @param file empty while none is chosen
 * @param geometry once it is loaded
 * @param head the layer that predicts the pixels, once it is loaded
 * @param remarks sentences about what was inferred, estimated or converted in loading it
 * @param problem one sentence, empty unless it cannot be used
 */
public record ModelState(
    Optional<Path> file,
    Optional<Geometry> geometry,
    Optional<HeadShape> head,
    List<String> remarks,
    String problem) {

  public ModelState {
    remarks = List.copyOf(remarks);
  }

  static final ModelState NONE =
      new ModelState(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), "");

  static ModelState loading(Path file) {
    return new ModelState(Optional.of(file), Optional.empty(), Optional.empty(), List.of(), "");
  }

  ModelState ready(Model model) {
    return new ModelState(
        file, Optional.of(model.geometry()), Optional.of(model.head()), model.remarks(), "");
  }

  ModelState refused(String sentence) {
    return new ModelState(file, Optional.empty(), Optional.empty(), List.of(), sentence);
  }

  public boolean isReady() {
    return geometry.isPresent();
  }

  public boolean isLoading() {
    return file.isPresent() && geometry.isEmpty() && problem.isEmpty();
  }
}
