package io.simmim.workbench.masks;

import java.util.Optional;

/**
 * The picture at one ratio.
 *
 * @param ratio asked to be hidden
 */
public record FilmFrame(double ratio, MaskedPicture picture, Optional<Filled> filled) {

  FilmFrame with(Optional<Filled> now) {
    return new FilmFrame(ratio, picture, now);
  }
}
