package io.simmim.core.model;

import java.util.function.IntConsumer;

/**
 * How a network runs.
 *
 * @param training whether dropout and drop path act
 * @param beforeLayer told the index of each part that may draw random numbers, just before it runs:
 *     0 for the embedding, then 1, 2, ... for the layers. Whoever runs a layer a second time gets
 *     the same numbers by starting the random stream there.
 */
public record Pass(boolean training, IntConsumer beforeLayer) {

  /** No dropout. */
  public static final Pass INFERENCE = new Pass(false, index -> {});

  /** Dropout from the random stream as it comes. */
  public static final Pass TRAINING = new Pass(true, index -> {});
}
