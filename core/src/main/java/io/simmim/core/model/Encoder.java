package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import java.util.Set;

/** A backbone that SimMIM can pre-train. */
public interface Encoder {

  /**
   * Encodes images of which some patches are hidden.
   *
   * @param x normalised images [B, C, H, W]
   * @param mask [B, H/patch, W/patch] float32, 1 = hidden
   * @return features [B, numFeatures, H/stride, W/stride]
   */
  NDArray forward(NDArray x, NDArray mask, boolean training);

  /** Pixels along each side of a token's patch. */
  int patchSize();

  /** Channels of the output. */
  int numFeatures();

  /** Pixels along each side that one output position stands for in the decoder. */
  int decoderStride();

  /** Names, without the {@code encoder.} prefix, that weight decay leaves alone. */
  Set<String> noWeightDecay();
}
