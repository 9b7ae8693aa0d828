package io.simmim.workbench.learn;

import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.reconstruct.HeadShape;
import io.simmim.core.reconstruct.Reconstruction;
import io.simmim.workbench.masks.Filled;
import io.simmim.workbench.masks.MaskedPicture;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The square of a picture that one feature vector stands for.
 *
 * @param row counted in strides of the head
 * @param column counted in strides of the head
 */
record PredictedSquare(Filled filled, MaskedPicture picture, HeadShape head, int row, int column) {

  private static final String[] COLORS = {"red", "green", "blue"};

  /** Whether any of it is hidden in a mask. */
  static boolean isHidden(PatchMask mask, int imgSize, int stride, int row, int column) {
    int patch = imgSize / mask.width();
    for (int y = row * stride; y < (row + 1) * stride; y += patch) {
      for (int x = column * stride; x < (column + 1) * stride; x += patch) {
        if (mask.hidden(y / patch, x / patch)) {
          return true;
        }
      }
    }
    return false;
  }

  RgbImage target() {
    return cut(filled.panels().original());
  }

  RgbImage predicted() {
    return cut(filled.panels().reconstruction());
  }

  RgbImage error() {
    return cut(filled.panels().error());
  }

  /** Mean absolute difference on its hidden pixels; empty when all of it is visible. */
  OptionalDouble l1() {
    Reconstruction result = filled.result();
    double sum = 0;
    int count = 0;
    for (int y = 0; y < head.stride(); y++) {
      for (int x = 0; x < head.stride(); x++) {
        for (int channel = 0; isHiddenAt(y, x) && channel < result.channels(); channel++) {
          sum += Math.abs(predicted(y, x, channel) - target(y, x, channel));
          count++;
        }
      }
    }
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }

  /** Prediction and target of a pixel in the normalised values that the loss compares. */
  String readout(int y, int x) {
    StringBuilder words = new StringBuilder("row %d, column %d".formatted(y, x));
    for (int channel = 0; channel < filled.result().channels(); channel++) {
      double predicted = predicted(y, x, channel);
      double target = target(y, x, channel);
      words.append(
          String.format(
              Locale.ROOT,
              "%n%-5s  predicted %6.2f  target %6.2f  |difference| %.2f",
              filled.result().channels() == 1 ? "grey" : COLORS[channel],
              predicted,
              target,
              Math.abs(predicted - target)));
    }
    return words + (isHiddenAt(y, x) ? "" : "\nvisible: does not count");
  }

  private boolean isHiddenAt(int y, int x) {
    PatchMask mask = picture.mask();
    int patch = filled.result().size() / mask.width();
    return mask.hidden(pixelRow(y) / patch, pixelColumn(x) / patch);
  }

  private double predicted(int y, int x, int channel) {
    return filled.result().reconstruction()[place(y, x, channel)];
  }

  private double target(int y, int x, int channel) {
    return filled.result().image()[place(y, x, channel)];
  }

  private int place(int y, int x, int channel) {
    int size = filled.result().size();
    return (channel * size + pixelRow(y)) * size + pixelColumn(x);
  }

  private int pixelRow(int y) {
    return row * head.stride() + y;
  }

  private int pixelColumn(int x) {
    return column * head.stride() + x;
  }

  private RgbImage cut(RgbImage whole) {
    int side = head.stride();
    byte[] rgb = new byte[side * side * RgbImage.CHANNELS];
    for (int y = 0; y < side; y++) {
      int from = (pixelRow(y) * whole.width() + pixelColumn(0)) * RgbImage.CHANNELS;
      System.arraycopy(
          whole.rgb(), from, rgb, y * side * RgbImage.CHANNELS, side * RgbImage.CHANNELS);
    }
    return new RgbImage(side, side, rgb);
  }
}
