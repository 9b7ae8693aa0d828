package io.simmim.core.reconstruct;

import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import java.util.List;

/**
 * The five pictures of a reconstruction, all of the same size.
 *
 * @param masked the original with hidden patches in grey: what the model is shown
 * @param reconstruction the prediction everywhere
 * @param combined visible pixels of the original, predicted pixels in the hidden places
 * @param error mean absolute error over the channels in the hidden places, dark to bright
 */
public record Panels(
    RgbImage original,
    RgbImage masked,
    RgbImage reconstruction,
    RgbImage combined,
    RgbImage error) {

  private static final byte[] HIDDEN = {(byte) 0x80, (byte) 0x80, (byte) 0x80};
  private static final byte[] NO_ERROR = {0x12, 0x12, 0x18};

  public static Panels of(Reconstruction result) {
    RgbImage original = result.original();
    RgbImage predicted = result.predicted();
    HiddenPixels hidden = new HiddenPixels(result.mask(), result.size());
    return new Panels(
        original,
        masked(original, result.mask()),
        predicted,
        paint(original, hidden, (row, column) -> rgb(predicted, row, column)),
        error(original, predicted, hidden));
  }

  /** The picture with its hidden patches in grey. */
  public static RgbImage masked(RgbImage original, PatchMask mask) {
    return paint(original, new HiddenPixels(mask, original.width()), (row, column) -> HIDDEN);
  }

  /** In reading order: original, masked, reconstruction, combined, error. */
  public List<RgbImage> inOrder() {
    return List.of(original, masked, reconstruction, combined, error);
  }

  private interface Paint {
    byte[] at(int row, int column);
  }

  private static RgbImage paint(RgbImage base, HiddenPixels hidden, Paint paint) {
    byte[] pixels = base.rgb().clone();
    for (int row = 0; row < base.height(); row++) {
      for (int column = 0; column < base.width(); column++) {
        if (hidden.at(row, column)) {
          put(pixels, base, row, column, paint.at(row, column));
        }
      }
    }
    return new RgbImage(base.width(), base.height(), pixels);
  }

  private static RgbImage error(RgbImage original, RgbImage predicted, HiddenPixels hidden) {
    byte[] pixels = new byte[original.rgb().length];
    for (int row = 0; row < original.height(); row++) {
      for (int column = 0; column < original.width(); column++) {
        boolean counts = hidden.at(row, column);
        byte[] color = counts ? heat(original, predicted, row, column) : NO_ERROR;
        put(pixels, original, row, column, color);
      }
    }
    return new RgbImage(original.width(), original.height(), pixels);
  }

  private static byte[] heat(RgbImage original, RgbImage predicted, int row, int column) {
    int sum = 0;
    for (int c = 0; c < RgbImage.CHANNELS; c++) {
      sum += Math.abs(original.sample(row, column, c) - predicted.sample(row, column, c));
    }
    return HeatColors.of(sum / (255.0 * RgbImage.CHANNELS));
  }

  private static byte[] rgb(RgbImage image, int row, int column) {
    int at = (row * image.width() + column) * RgbImage.CHANNELS;
    return new byte[] {image.rgb()[at], image.rgb()[at + 1], image.rgb()[at + 2]};
  }

  private static void put(byte[] pixels, RgbImage shape, int row, int column, byte[] color) {
    System.arraycopy(
        color, 0, pixels, (row * shape.width() + column) * RgbImage.CHANNELS, RgbImage.CHANNELS);
  }
}
