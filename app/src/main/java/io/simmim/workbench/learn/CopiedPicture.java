package io.simmim.workbench.learn;

import io.simmim.core.image.Normalization;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.NearestVisible;
import io.simmim.core.mask.PatchMask;
import io.simmim.workbench.masks.MaskedPicture;
import java.nio.FloatBuffer;

/**
 * What comes out when every hidden pixel copies the nearest visible one: all that can be had
 * without understanding anything.
 *
 * @param loss mean absolute difference on hidden pixels, in the normalised values that a network's
 *     loss compares; 0 where nothing is hidden
 */
record CopiedPicture(MaskedPicture of, RgbImage image, double loss) {

  static CopiedPicture of(MaskedPicture picture) {
    RgbImage original = picture.original();
    int side = original.width();
    int patch = side / picture.mask().width();
    int[] nearest = NearestVisible.of(picture.mask(), patch);
    byte[] rgb = picture.masked().rgb().clone();
    for (int i = 0; i < nearest.length; i++) {
      if (nearest[i] != NearestVisible.NONE) {
        System.arraycopy(
            original.rgb(),
            nearest[i] * RgbImage.CHANNELS,
            rgb,
            i * RgbImage.CHANNELS,
            RgbImage.CHANNELS);
      }
    }
    RgbImage copied = new RgbImage(side, side, rgb);
    return new CopiedPicture(picture, copied, loss(original, copied, picture.mask(), patch));
  }

  private static double loss(RgbImage original, RgbImage copied, PatchMask mask, int patch) {
    float[] wanted = normalised(original);
    float[] got = normalised(copied);
    int side = original.width();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < wanted.length; i++) {
      int pixel = i % (side * side);
      if (mask.hidden(pixel / side / patch, pixel % side / patch)) {
        sum += Math.abs(wanted[i] - got[i]);
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private static float[] normalised(RgbImage image) {
    FloatBuffer values = FloatBuffer.allocate(image.rgb().length);
    Normalization.IMAGENET.write(image, values);
    return values.array();
  }
}
