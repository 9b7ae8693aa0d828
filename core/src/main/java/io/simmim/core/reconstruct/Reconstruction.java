package io.simmim.core.reconstruct;

import io.simmim.core.image.Normalization;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import java.nio.FloatBuffer;

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

  /** The original as a picture. */
  public RgbImage original() {
    return picture(image);
  }

  /** The prediction as a picture, clamped to what a screen can show. */
  public RgbImage predicted() {
    return picture(reconstruction);
  }

  private RgbImage picture(float[] pixels) {
    return Normalization.IMAGENET.toImage(FloatBuffer.wrap(pixels), size, size);
  }

  /** Peak signal-to-noise ratio in dB over hidden pixels, of pictures with values 0..255. */
  public double psnr() {
    RgbImage original = original();
    RgbImage predicted = predicted();
    HiddenPixels hidden = new HiddenPixels(mask, size);
    double squares = 0;
    long count = 0;
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        if (hidden.at(row, column)) {
          for (int c = 0; c < RgbImage.CHANNELS; c++) {
            double error = original.sample(row, column, c) - predicted.sample(row, column, c);
            squares += error * error;
          }
          count += RgbImage.CHANNELS;
        }
      }
    }
    return squares == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(255.0 * 255 * count / squares);
  }
}
