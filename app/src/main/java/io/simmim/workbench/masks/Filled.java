package io.simmim.workbench.masks;

import io.simmim.core.reconstruct.Panels;
import io.simmim.core.reconstruct.Reconstruction;

/**
 * What a model made of a masked picture.
 *
 * @param result its pixels, in the network's normalised space
 * @param psnr on hidden pixels, in dB
 */
public record Filled(Reconstruction result, Panels panels, double psnr) {

  static Filled of(Reconstruction result) {
    return new Filled(result, Panels.of(result), result.psnr());
  }

  /** Mean absolute error on hidden pixels, in the network's normalised space. */
  public double loss() {
    return result.loss();
  }
}
