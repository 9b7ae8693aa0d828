package io.simmim.workbench.masks;

import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.reconstruct.Panels;

/**
 * A picture and what is hidden of it.
 *
 * @param original square, with the side of the geometry
 * @param masked the same with the hidden patches in grey
 */
public record MaskedPicture(RgbImage original, PatchMask mask, RgbImage masked) {

  static MaskedPicture of(RgbImage original, PatchMask mask) {
    return new MaskedPicture(original, mask, Panels.masked(original, mask));
  }

  /** Whether it was made for that geometry. */
  boolean fits(Geometry geometry) {
    return original.width() == geometry.imgSize() && mask.width() == geometry.grid();
  }
}
