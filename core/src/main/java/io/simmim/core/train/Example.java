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
 * @param images which ones of the folder they are, [B]; empty when that is not known
 */
public record Example(NDArray x, NDArray mask, UnaryOperator<NDArray> loss, int[] images) {

  private static final int[] UNKNOWN = {};

  /** A batch of images that are in no folder. */
  public Example(NDArray x, NDArray mask, UnaryOperator<NDArray> loss) {
    this(x, mask, loss, UNKNOWN);
  }

  /** The same batch with the images that it was made of. */
  Example of(int[] indices) {
    return new Example(x, mask, loss, indices);
  }

  /** A masked batch: x [B, C, H, W] normalised, mask [B, h, w] float32 with 1 = hidden. */
  public static Example masked(SimMim model, NDArray x, NDArray mask) {
    return new Example(x, mask, tokens -> model.output(tokens, x, mask).loss());
  }
}
