package io.simmim.core.reconstruct;

import io.simmim.core.image.Normalization;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import java.nio.FloatBuffer;
import java.util.Collection;

/**
 * One image, what was hidden of it, and what the model made of that. Pixels are in the network's
 * normalised space, [C, size, size] row by row.
 *
 * @param size side of the square image in pixels
 * @param image what the model saw, before hiding
 * @param mask [h, w], 1 = hidden
 * @param reconstruction predicted pixels, of the visible places too
 * @param loss mean absolute error on hidden pixels (paper, section 3.4)
 */
public record Reconstruction(
    int size, float[] image, PatchMask mask, float[] reconstruction, double loss) {

  /** Channels of the image: C. */
  public int channels() {
    return image.length / (size * size);
  }

  /** The original as a picture, of 1 or 3 channels. */
  public RgbImage original() {
    return picture(image);
  }

  /** The prediction as a picture, clamped to what a screen can show. */
  public RgbImage predicted() {
    return picture(reconstruction);
  }

  private RgbImage picture(float[] pixels) {
    Normalization normalization =
        channels() == 1 ? Normalization.IMAGENET_LUMA : Normalization.IMAGENET;
    return normalization.toImage(FloatBuffer.wrap(pixels), size, size);
  }

  /** Peak signal-to-noise ratio in dB over hidden pixels, of pictures with values 0..255. */
  public double psnr() {
    return HiddenError.of(this).psnr();
  }

  /** The same over the hidden pixels of several images together. */
  public static double psnr(Collection<Reconstruction> results) {
    return HiddenError.of(results).psnr();
  }
}
