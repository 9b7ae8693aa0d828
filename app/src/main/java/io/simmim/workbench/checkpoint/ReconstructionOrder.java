package io.simmim.workbench.checkpoint;

import java.nio.file.Path;
import java.util.List;

/**
 * Pictures for a checkpoint to fill in.
 *
 * @param maskRatio share of patches to hide, 0 to 1
 * @param seed of the masks
 */
public record ReconstructionOrder(
    Path checkpoint, List<Path> pictures, double maskRatio, long seed) {

  public ReconstructionOrder {
    pictures = List.copyOf(pictures);
  }
}
