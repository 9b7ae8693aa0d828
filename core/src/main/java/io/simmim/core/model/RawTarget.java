package io.simmim.core.model;

import ai.djl.ndarray.NDArray;

/** The pixels as they are (paper, section 3.3). */
record RawTarget() implements PixelTarget {

  @Override
  public NDArray of(NDArray x) {
    return x;
  }

  @Override
  public NDArray pixels(NDArray prediction, NDArray x) {
    return prediction;
  }
}
