package io.simmim.core.train;

import ai.djl.ndarray.NDArray;
import io.simmim.core.model.SimMim;
import java.util.function.UnaryOperator;

/**
 * A batch as the network sees it.
 *
 * @param x normalised images [B, C, H, W]
 * @param mask [B, h, w] float32, 1 = hidden; null when nothing is hidden
 * @param loss from the encoder's last tokens [B, N, C'] to the mean loss of the batch, []
 */
public record Example(NDArray x, NDArray mask, UnaryOperator<NDArray> loss) {

  /** A masked batch: x [B, C, H, W] normalised, mask [B, h, w] float32 with 1 = hidden. */
  public static Example masked(SimMim model, NDArray x, NDArray mask) {
    return new Example(x, mask, tokens -> model.output(tokens, x, mask).loss());
  }
}
