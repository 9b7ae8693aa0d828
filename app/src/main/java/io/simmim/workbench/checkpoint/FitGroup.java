package io.simmim.workbench.checkpoint;

import java.util.List;

/**
 * Tensors that fit, or do not fit, the model in the same way.
 *
 * @param id short word for it
 * @param title after a number: {@code missing}
 * @param why what it means
 * @param trouble whether any of them is one too many
 */
public record FitGroup(String id, String title, String why, boolean trouble, List<Tensor> tensors) {

  /** A name, and type and shape, in words. */
  public record Tensor(String name, String detail) {}

  public FitGroup {
    tensors = List.copyOf(tensors);
  }
}
