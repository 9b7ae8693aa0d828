package io.simmim.workbench.checkpoint;

import io.simmim.core.portrait.Portrait;
import java.util.List;
import java.util.Optional;

/**
 * What the panel shows of a tensor.
 *
 * @param inFile its names in the file, where they are others than the official one
 * @param mosaic its picture; empty when it is drawn as a curve or not at all
 * @param options how the picture was drawn
 */
public record ShownTensor(
    Portrait portrait, List<String> inFile, Optional<Mosaic> mosaic, PictureOptions options) {

  public ShownTensor {
    inFile = List.copyOf(inFile);
  }
}
