package io.simmim.core.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizeTest {

  @ParameterizedTest
  @CsvSource({
    "40, 30, 17, 11, BILINEAR",
    "40, 30, 17, 11, BICUBIC",
    "5, 4, 23, 31, BILINEAR",
    "5, 4, 23, 31, BICUBIC",
    "1, 1, 3, 2, BICUBIC",
    "1, 9, 2, 5, BILINEAR",
    "2, 9, 3, 4, BILINEAR",
    "3, 1, 2, 2, BICUBIC",
    "64, 20, 64, 13, BICUBIC",
    "64, 20, 31, 20, BILINEAR",
    "9, 1300, 4, 70, BICUBIC",
    "1300, 9, 70, 4, BILINEAR"
  })
  void everyPixelIsTheRoundedWeightedSumOfItsNeighboursRowsFirst(
      int width, int height, int toWidth, int toHeight, Interpolation filter) {
    RgbImage image = extremes(width, height);
    RgbImage resized = new Resize(toWidth, toHeight, filter).apply(image);
    RgbImage rows = alongRows(image, toWidth, filter);
    RgbImage both = transposed(alongRows(transposed(rows), toHeight, filter));
    assertArrayEquals(both.rgb(), resized.rgb());
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 7, 9", "3, 2, 37, 28", "39, 29, 1, 1", "10, 0, 30, 30"})
  void onlyTheBoxIsLookedAt(int left, int top, int width, int height) {
    RgbImage image = extremes(40, 30);
    CropBox box = new CropBox(top, left, height, width);
    Resize resize = new Resize(16, 16, Interpolation.BICUBIC);
    assertEquals(resize.apply(box.cut(image)), resize.apply(image, box));
  }

  /** Black, white and a little between, so that sums leave 0..255 where weights are negative. */
  private static RgbImage extremes(int width, int height) {
    Random random = new Random(3);
    byte[] rgb = new byte[width * height * RgbImage.CHANNELS];
    for (int i = 0; i < rgb.length; i++) {
      int draw = random.nextInt(3);
      rgb[i] = (byte) (draw == 2 ? random.nextInt() : draw * 255);
    }
    return new RgbImage(width, height, rgb);
  }

  private static RgbImage alongRows(RgbImage image, int width, Interpolation filter) {
    ResizeTaps taps = ResizeTaps.of(image.width(), width, filter);
    byte[] rgb = new byte[width * image.height() * RgbImage.CHANNELS];
    int at = 0;
    for (int row = 0; row < image.height(); row++) {
      for (int column = 0; column < width; column++) {
        for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
          long sum = 1 << 21;
          for (int tap = 0; tap < taps.count()[column]; tap++) {
            int level = image.sample(row, taps.first()[column] + tap, channel);
            sum += (long) level * taps.weights()[column * taps.stride() + tap];
          }
          rgb[at++] = (byte) Math.max(0, Math.min(255, sum >> 22));
        }
      }
    }
    return new RgbImage(width, image.height(), rgb);
  }

  private static RgbImage transposed(RgbImage image) {
    byte[] rgb = new byte[image.rgb().length];
    int at = 0;
    for (int column = 0; column < image.width(); column++) {
      for (int row = 0; row < image.height(); row++) {
        for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
          rgb[at++] = (byte) image.sample(row, column, channel);
        }
      }
    }
    return new RgbImage(image.height(), image.width(), rgb);
  }
}
