package io.simmim.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.testing.Pictures;
import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PretrainTransformTest {

  @Test
  void givesSquaresOfTheAskedSideFromAnyPicture() {
    PretrainTransform transform = new PretrainTransform(48);
    for (int[] sides : new int[][] {{1, 1}, {2, 300}, {500, 7}, {64, 48}}) {
      RgbImage result =
          transform.apply(Pictures.gradient(sides[0], sides[1]), new SplittableRandom(1));
      assertEquals(48, result.width());
      assertEquals(48, result.height());
    }
  }

  @Test
  void flipsEveryOtherPictureAndDependsOnTheRandomStateOnly() {
    RgbImage rising = Pictures.gradient(80, 80);
    PretrainTransform transform = new PretrainTransform(32);
    int flipped = 0;
    for (int seed = 0; seed < 400; seed++) {
      RgbImage result = transform.apply(rising, new SplittableRandom(seed));
      assertEquals(result, transform.apply(rising, new SplittableRandom(seed)));
      flipped += result.sample(0, 0, 0) > result.sample(0, 31, 0) ? 1 : 0;
    }
    assertEquals(200, flipped, 50);
  }

  @Test
  void cropsTwoThirdsOfTheAreaAndMore() {
    SplittableRandom rng = new SplittableRandom(9);
    for (int i = 0; i < 500; i++) {
      CropBox box = RandomResizedCrop.PRETRAIN.sample(400, 300, rng);
      double share = box.width() * box.height() / (400.0 * 300);
      assertTrue(share > 0.665 && share <= 1, box.toString());
      double ratio = (double) box.width() / box.height();
      assertTrue(ratio > 0.745 && ratio < 1.34, box.toString());
    }
  }

  @Test
  void normalizationCanBeUndone() {
    RgbImage image = Pictures.noise(9, 5, 2);
    FloatBuffer tensor = FloatBuffer.allocate(3 * 45);
    Normalization.IMAGENET.write(image, tensor);
    assertEquals(image, Normalization.IMAGENET.toImage(tensor.flip(), 9, 5));
  }

  @Test
  void valuesBeyondWhiteAndBlackAreClamped() {
    FloatBuffer tensor = FloatBuffer.wrap(new float[] {1e9f, -1e9f, Float.NaN});
    RgbImage pixel = Normalization.IMAGENET.toImage(tensor, 1, 1);
    assertEquals(255, pixel.sample(0, 0, 0));
    assertEquals(0, pixel.sample(0, 0, 1));
    assertEquals(0, pixel.sample(0, 0, 2));
  }

  @Test
  void boxesOutsideThePictureAreRefused() {
    RgbImage image = Pictures.gradient(10, 8);
    Resize resize = new Resize(4, 4, Interpolation.BILINEAR);
    assertThrows(
        IllegalArgumentException.class, () -> resize.apply(image, new CropBox(0, 3, 8, 8)));
    assertThrows(IllegalArgumentException.class, () -> new CropBox(-1, 0, 2, 2));
  }
}
