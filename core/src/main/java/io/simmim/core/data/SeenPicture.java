package io.simmim.core.data;

import io.simmim.core.image.TransformStage;
import io.simmim.core.mask.PatchMask;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a picture.
 *
 * @param stages from the decoded file to the network's input
 * @param pixels the network's input, float32 [channels, imgSize, imgSize] from position 0
 * @param mask what is hidden of it; empty where nothing is masked
 * @param note what else has to be known about it, one sentence
 */
public record SeenPicture(
    List<TransformStage> stages,
    FloatBuffer pixels,
    Optional<PatchMask> mask,
    Optional<String> note) {

  public SeenPicture {
    stages = List.copyOf(stages);
  }
}
