package io.simmim.core.reconstruct;

/**
 * The one-layer head of a model (paper, section 3.3): a 1 x 1 convolution from a feature vector to
 * the pixels of a square, which pixel shuffle puts into their places.
 *
 * @param features numbers in a feature vector
 * @param stride side in pixels of the square that one feature vector stands for
 * @param channels of the image
 */
public record HeadShape(int features, int stride, int channels) {

  /** Numbers that the layer gives for one feature vector: the pixels of its square. */
  public int outputs() {
    return stride * stride * channels;
  }

  /** Parameters of the layer: a weight for each pair of input and output, and the biases. */
  public int parameters() {
    return outputs() * features + outputs();
  }
}
