package io.simmim.core.model;

import io.simmim.core.config.SwinShape;
import java.util.List;

/**
 * What both generations of Swin share.
 *
 * @param patchSize side of a first token in pixels
 * @param embedDim channels of the first stage; each later stage has twice as many
 * @param depths blocks of each stage
 * @param windowSize tokens along a window's side
 * @param ape absolute position embedding
 * @param patchNorm normalise right after the patch embedding
 * @param imgSize side of the image in pixels
 */
record SwinGeometry(
    int patchSize,
    int inChans,
    int embedDim,
    List<Integer> depths,
    int windowSize,
    boolean ape,
    boolean patchNorm,
    int imgSize) {

  static SwinGeometry of(SwinShape shape, int imgSize) {
    return new SwinGeometry(
        shape.patchSize(),
        shape.inChans(),
        shape.embedDim(),
        shape.depths(),
        shape.windowSize(),
        shape.ape(),
        shape.patchNorm(),
        imgSize);
  }

  int stages() {
    return depths.size();
  }

  /** Blocks of all stages. */
  int blocks() {
    return depths.stream().mapToInt(Integer::intValue).sum();
  }

  /** Tokens along a side of stage {@code s}. */
  int side(int s) {
    return imgSize / patchSize >> s;
  }

  /** Pixels along a side that one token after the last stage stands for. */
  int totalStride() {
    return patchSize << (stages() - 1);
  }

  /** Channels of stage {@code s}. */
  int dim(int s) {
    return embedDim << s;
  }

  /** Channels after the last stage. */
  int numFeatures() {
    return dim(stages() - 1);
  }
}
