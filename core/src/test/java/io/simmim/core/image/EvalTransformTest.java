package io.simmim.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.testing.Pictures;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class EvalTransformTest {

  private static EvalTransform of(String interpolation, boolean crop) throws Exception {
    ExperimentConfig config =
        ExperimentConfig.defaults()
            .with("DATA.IMG_SIZE", 48)
            .with("DATA.INTERPOLATION", interpolation)
            .with("TEST.CROP", crop);
    return EvalTransform.of(config.data(), config.test(), 3);
  }

  @Test
  void theFilterIsTheConfiguredOneAndBilinearForRandom() throws Exception {
    RgbImage image = Pictures.noise(90, 70, 1);
    for (boolean crop : new boolean[] {true, false}) {
      RgbImage bilinear = of("bilinear", crop).apply(image);
      assertEquals(bilinear, of("random", crop).apply(image));
      assertNotEquals(bilinear, of("bicubic", crop).apply(image));
    }
    assertEquals(
        new Resize(48, 48, Interpolation.BILINEAR).apply(image),
        of("bilinear", false).apply(image));
  }

  @Test
  void picturesOfAnySizeFillTheInput() throws Exception {
    for (int[] sides : new int[][] {{1, 1}, {500, 3}, {3, 500}, {48, 48}}) {
      RgbImage result = of("bicubic", true).apply(Pictures.gradient(sides[0], sides[1]));
      assertEquals(48, result.width());
      assertEquals(48, result.height());
    }
  }

  @Test
  void smallPicturesOfTheRightSizeAreTakenAsTheyAre() throws Exception {
    EvalTransform transform =
        new EvalTransform(32, true, Interpolation.BICUBIC, Normalization.IMAGENET);
    RgbImage image = Pictures.noise(32, 32, 1);
    assertEquals(image, transform.apply(image));
    assertEquals(32, transform.apply(Pictures.noise(40, 33, 1)).width());
  }

  @Test
  void lumaComesBackAsGrey() throws Exception {
    EvalTransform transform =
        new EvalTransform(4, false, Interpolation.BICUBIC, Normalization.forChannels(1));
    byte[] colors = new byte[48];
    for (int i = 0; i < 16; i++) {
      colors[3 * i + 1] = (byte) 100;
      colors[3 * i + 2] = (byte) 255;
    }
    FloatBuffer values = FloatBuffer.allocate(16);
    transform.write(new RgbImage(4, 4, colors), values);
    RgbImage grey = Normalization.IMAGENET_LUMA.toImage(values.flip(), 4, 4);
    // Pillow: (38470 * 100 + 7471 * 255 + 32768) >> 16 = 88.
    for (int channel = 0; channel < 3; channel++) {
      assertEquals(88, grey.sample(2, 3, channel));
    }
  }
}
