package io.simmim.workbench.masks;

import io.simmim.core.reconstruct.Panels;
import io.simmim.core.reconstruct.Reconstruction;

/**
 * What a model made of a masked picture.
 *
 * @param loss mean absolute error on hidden pixels, in the network's normalised space
 * @param psnr on hidden pixels, in dB
 */
public record Filled(Panels panels, double loss, double psnr) {

  static Filled of(Reconstruction result) {
    return new Filled(Panels.of(result), result.loss(), result.psnr());
  }
}
