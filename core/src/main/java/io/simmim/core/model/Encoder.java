package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Set;

/**
 * A backbone: an embedding, a trunk of layers, and two ways to read its tokens. It is cut between
 * layers so that a layer's activations can be thrown away and computed again.
 */
public interface Encoder {

  /**
   * Cuts the image into patches and projects them to tokens.
   *
   * @param x normalised images [B, C, H, W]
   * @param mask [B, H/patch, W/patch] float32, 1 = hidden; null when nothing is hidden
   * @return tokens [B, N, C]
   */
  NDArray embed(NDArray x, NDArray mask, boolean training);

  /** The trunk, in order. */
  List<Layer> layers();

  /** Attention bias [heads, N, N] that all layers share, or null. */
  NDArray sharedBias();

  /** Tokens after the last layer to a feature map [B, numFeatures, H/stride, W/stride]. */
  NDArray featureMap(NDArray tokens);

  /** Tokens after the last layer to one vector an image, [B, numFeatures]. */
  NDArray pooled(NDArray tokens);

  /** Runs embedding and trunk: images as in {@link #embed} to tokens after the last layer. */
  default NDArray tokens(NDArray x, NDArray mask, Pass pass) {
    pass.beforeLayer().accept(0);
    NDArray tokens = embed(x, mask, pass.training());
    NDArray bias = sharedBias();
    int index = 0;
    for (Layer layer : layers()) {
      pass.beforeLayer().accept(++index);
      tokens = layer.forward(tokens, bias, pass.training());
    }
    return tokens;
  }

  /** Pixels along each side of a token's patch. */
  int patchSize();

  /** Channels of the output. */
  int numFeatures();

  /**
   * Pixels along each side that one output position stands for in the decoder. The official code
   * has 32 for Swin and 16 for ViT, which is the same in every model that it can build.
   */
  int decoderStride();

  /** Names, without the {@code encoder.} prefix, that weight decay leaves alone. */
  Set<String> noWeightDecay();

  /** Parts of names that weight decay leaves alone; the official code applies them to none else. */
  Set<String> noWeightDecayKeywords();
}
