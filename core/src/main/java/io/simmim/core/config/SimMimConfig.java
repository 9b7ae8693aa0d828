package io.simmim.core.config;

/** Keys under {@code MODEL.SIMMIM}: what pre-training reconstructs. */
public record SimMimConfig(NormTarget normTarget) {

  /**
   * Keys under {@code MODEL.SIMMIM.NORM_TARGET}: whether every pixel of the target is normalised by
   * mean and variance of the window around it (microsoft/Swin-Transformer {@code
   * models/simmim.py}).
   *
   * @param patchSize side of that window, in pixels; odd
   */
  public record NormTarget(boolean enable, int patchSize) {}
}
