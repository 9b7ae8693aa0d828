package io.simmim.core.data;

import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import java.util.Arrays;

/** Pictures under a mask. */
public final class HiddenPatches {

  private static final byte GREY = (byte) 0x80;

  private HiddenPatches() {}

  /** The picture with its hidden patches grey. */
  public static RgbImage grey(RgbImage image, PatchMask mask) {
    byte[] rgb = image.rgb().clone();
    int patchHeight = image.height() / mask.height();
    int patchWidth = image.width() / mask.width();
    for (int y = 0; y < mask.height() * patchHeight; y++) {
      for (int column = 0; column < mask.width(); column++) {
        if (mask.hidden(y / patchHeight, column)) {
          int from = (y * image.width() + column * patchWidth) * RgbImage.CHANNELS;
          Arrays.fill(rgb, from, from + patchWidth * RgbImage.CHANNELS, GREY);
        }
      }
    }
    return new RgbImage(image.width(), image.height(), rgb);
  }
}
