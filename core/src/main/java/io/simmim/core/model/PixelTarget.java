package io.simmim.core.model;

import ai.djl.ndarray.NDArray;

/** What the head learns to predict. Not differentiated. */
public sealed interface PixelTarget permits RawTarget, NormalizedTarget {

  /** Normalised images [B, C, H, W] to the target [B, C, H, W]. */
  NDArray of(NDArray x);

  /**
   * From a prediction back to the space of the images.
   *
   * @param prediction [B, C, H, W] in the target's space
   * @param x the images that it is a prediction of
   */
  NDArray pixels(NDArray prediction, NDArray x);
}
