package io.simmim.core.reconstruct;

import io.simmim.core.image.RgbImage;
import java.util.Collection;

/**
 * Squared error of predicted pictures, values 0..255, over their hidden pixels.
 *
 * @param squares sum of squared differences
 * @param count number of differences
 */
record HiddenError(double squares, long count) {

  static HiddenError of(Reconstruction result) {
    RgbImage original = result.original();
    RgbImage predicted = result.predicted();
    HiddenPixels hidden = new HiddenPixels(result.mask(), result.size());
    double squares = 0;
    long count = 0;
    for (int row = 0; row < result.size(); row++) {
      for (int column = 0; column < result.size(); column++) {
        if (hidden.at(row, column)) {
          for (int c = 0; c < RgbImage.CHANNELS; c++) {
            double error = original.sample(row, column, c) - predicted.sample(row, column, c);
            squares += error * error;
          }
          count += RgbImage.CHANNELS;
        }
      }
    }
    return new HiddenError(squares, count);
  }

  static HiddenError of(Collection<Reconstruction> results) {
    return results.stream()
        .map(HiddenError::of)
        .reduce(
            new HiddenError(0, 0),
            (a, b) -> new HiddenError(a.squares + b.squares, a.count + b.count));
  }

  /** Peak signal-to-noise ratio in dB. */
  double psnr() {
    return squares == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(255.0 * 255 * count / squares);
  }
}
