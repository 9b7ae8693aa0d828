package io.simmim.core.reconstruct;

import io.simmim.core.mask.PatchMask;

/**
 * A patch mask seen from the pixels.
 *
 * @param size side of the square image in pixels, a multiple of the mask's side
 */
record HiddenPixels(PatchMask mask, int size) {

  boolean at(int row, int column) {
    return mask.hidden(row * mask.height() / size, column * mask.width() / size);
  }
}
