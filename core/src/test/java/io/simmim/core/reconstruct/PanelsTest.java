package io.simmim.core.reconstruct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.image.Normalization;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.testing.Pictures;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanelsTest {

  private static final int SIZE = 8;
  // Of the four quarters, the upper right one is hidden.
  private static final PatchMask MASK = PatchMask.of(2, 2, new long[] {0, 1, 0, 0});

  private final RgbImage original = Pictures.gradient(SIZE, SIZE);
  private final RgbImage predicted = Pictures.noise(SIZE, SIZE, 3);

  private static float[] normalised(RgbImage image) {
    FloatBuffer values = FloatBuffer.allocate(3 * image.width() * image.height());
    Normalization.IMAGENET.write(image, values);
    return values.array();
  }

  private static Reconstruction of(RgbImage original, RgbImage predicted, PatchMask mask) {
    return new Reconstruction(
        original.width(), normalised(original), mask, normalised(predicted), 0);
  }

  private static boolean hidden(int row, int column) {
    return row < SIZE / 2 && column >= SIZE / 2;
  }

  @Test
  void hiddenPlacesAreGreyInTheMaskedAndPredictedInTheCombinedPicture() {
    Panels panels = Panels.of(of(original, predicted, MASK));
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        for (int c = 0; c < 3; c++) {
          boolean hidden = hidden(row, column);
          int before = original.sample(row, column, c);
          int guess = predicted.sample(row, column, c);
          assertEquals(hidden ? 0x80 : before, panels.masked().sample(row, column, c));
          assertEquals(hidden ? guess : before, panels.combined().sample(row, column, c));
        }
      }
    }
    assertEquals(original, panels.original());
    assertEquals(predicted, panels.reconstruction());
    assertEquals(
        List.of(
            panels.original(),
            panels.masked(),
            panels.reconstruction(),
            panels.combined(),
            panels.error()),
        panels.inOrder());
  }

  @Test
  void theErrorIsBrighterWhereThePredictionIsWorseAndFlatWhereNothingWasHidden() {
    byte[] black = new byte[3 * SIZE * SIZE];
    byte[] half = black.clone();
    // In the hidden quarter, the error grows to the right.
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        for (int c = 0; c < 3; c++) {
          half[(row * SIZE + column) * 3 + c] = (byte) (15 * column);
        }
      }
    }
    RgbImage error =
        Panels.of(of(new RgbImage(SIZE, SIZE, black), new RgbImage(SIZE, SIZE, half), MASK))
            .error();
    for (int column = SIZE / 2; column < SIZE - 1; column++) {
      assertTrue(brightness(error, 0, column) < brightness(error, 0, column + 1));
    }
    int background = brightness(error, SIZE - 1, 0);
    assertEquals(background, brightness(error, SIZE - 1, SIZE - 1));
    assertEquals(background, brightness(error, 0, 0));
  }

  private static int brightness(RgbImage image, int row, int column) {
    return image.sample(row, column, 0)
        + image.sample(row, column, 1)
        + image.sample(row, column, 2);
  }

  @Test
  void peakSignalToNoiseIsMeasuredOnHiddenPixelsOnly() {
    byte[] shifted = original.rgb().clone();
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        int at = (row * SIZE + column) * 3;
        for (int c = 0; c < 3; c++) {
          int value = shifted[at + c] & 0xff;
          // Ten levels off where it counts, anything elsewhere.
          int off = hidden(row, column) ? (value > 100 ? -10 : 10) : 90 - value;
          shifted[at + c] = (byte) (value + off);
        }
      }
    }
    Reconstruction result = of(original, new RgbImage(SIZE, SIZE, shifted), MASK);
    double expected = 20 * Math.log10(255.0 / 10);
    assertEquals(expected, result.psnr(), 1e-9);
    assertEquals(expected, Reconstruction.psnr(List.of(result, result)), 1e-9);
    assertEquals(Double.POSITIVE_INFINITY, of(original, original, MASK).psnr());
  }

  @Test
  void aFigureHasOneRowForEachAndWhiteGaps() {
    Panels panels = Panels.of(of(original, predicted, MASK));
    RgbImage figure = Figure.of(List.of(panels, panels));
    assertEquals(5 * SIZE + 4 * 4, figure.width());
    assertEquals(2 * SIZE + 4, figure.height());
    assertEquals(255, figure.sample(SIZE + 1, 0, 0));
    assertEquals(255, figure.sample(0, SIZE + 1, 2));
    for (int c = 0; c < 3; c++) {
      int second = SIZE + 4;
      assertEquals(original.sample(2, 3, c), figure.sample(2, 3, c));
      assertEquals(predicted.sample(2, 3, c), figure.sample(second + 2, 2 * second + 3, c));
    }
  }
}
