package io.simmim.core.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.ConfigException;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.testing.Pictures;
import java.nio.FloatBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FineTuneTransformTest {

  private static final ExperimentConfig PLAIN =
      ExperimentConfig.defaults()
          .with("DATA.IMG_SIZE", 40)
          .with("AUG.AUTO_AUGMENT", "none")
          .with("AUG.COLOR_JITTER", 0.0)
          .with("AUG.REPROB", 0.0);

  private static float[] apply(ExperimentConfig config, int channels, RgbImage image, long seed)
      throws SimMimException {
    FineTuneTransform transform = FineTuneTransform.of(config.aug(), config.data(), channels);
    int size = config.data().imgSize();
    float[] values = new float[channels * size * size];
    transform.write(image, new SplittableRandom(seed), FloatBuffer.wrap(values));
    return values;
  }

  @Test
  void fillsTheWholeInputFromAnyPictureAndDependsOnTheRandomStateOnly() throws Exception {
    ExperimentConfig config = ExperimentConfig.defaults().with("DATA.IMG_SIZE", 40);
    for (int[] sides : new int[][] {{1, 1}, {3, 200}, {90, 64}}) {
      RgbImage image = Pictures.noise(sides[0], sides[1], 3);
      float[] first = apply(config, 3, image, 5);
      assertArrayEquals(first, apply(config, 3, image, 5));
    }
    RgbImage image = Pictures.noise(90, 64, 3);
    assertNotEquals(
        apply(config, 3, image, 5)[0] + apply(config, 3, image, 5)[777],
        apply(config, 3, image, 6)[0] + apply(config, 3, image, 6)[777]);
  }

  @Test
  void withoutAugmentationOnlyCropsAndFlips() throws Exception {
    RgbImage image = Pictures.gradient(120, 120);
    int flipped = 0;
    for (int seed = 0; seed < 300; seed++) {
      float[] values = apply(PLAIN, 3, image, seed);
      flipped += values[0] > values[39] ? 1 : 0;
    }
    assertEquals(150, flipped, 40);
  }

  @Test
  void oneChannelIsTheNormalizedLuma() throws Exception {
    RgbImage red = new RgbImage(50, 50, pixels(50 * 50, 200, 0, 0));
    float[] values = apply(PLAIN, 1, red, 1);
    assertEquals(40 * 40, values.length);
    // Pillow: (19595 * 200 + 32768) >> 16 = 60.
    assertEquals((60 / 255f - 0.449f) / 0.226f, values[0], 1e-6f);
    assertEquals(values[0], values[1599]);
  }

  private static byte[] pixels(int count, int red, int green, int blue) {
    byte[] rgb = new byte[3 * count];
    for (int i = 0; i < count; i++) {
      rgb[3 * i] = (byte) red;
      rgb[3 * i + 1] = (byte) green;
      rgb[3 * i + 2] = (byte) blue;
    }
    return rgb;
  }

  @Test
  void otherNumbersOfChannelsAndUnknownPoliciesAreRefused() {
    DataException channels =
        assertThrows(DataException.class, () -> FineTuneTransform.of(PLAIN.aug(), PLAIN.data(), 4));
    assertTrue(channels.getMessage().contains("IN_CHANS is 4"), channels.getMessage());
    ExperimentConfig odd = PLAIN.with("AUG.AUTO_AUGMENT", "v0");
    assertThrows(ConfigException.class, () -> FineTuneTransform.of(odd.aug(), odd.data(), 3));
  }

  @Test
  void colorJitterActsOnlyWithoutAPolicy() throws Exception {
    RgbImage image = new RgbImage(60, 60, pixels(3600, 90, 120, 40));
    ExperimentConfig jitter = PLAIN.with("AUG.COLOR_JITTER", 0.4);
    Set<Float> colors = new HashSet<>();
    for (int seed = 0; seed < 60; seed++) {
      float value = apply(jitter, 3, image, seed)[0];
      colors.add(value);
      double level = (value * 0.229 + 0.485) * 255;
      // Brightness 0.6..1.4, contrast about the mean luma, saturation about the own: all times 90.
      assertTrue(level > 30 && level < 170, "level " + level);
    }
    assertTrue(colors.size() > 20, colors.size() + " colours");
    ExperimentConfig policy = jitter.with("AUG.AUTO_AUGMENT", "rand-n0");
    float plain = apply(PLAIN, 3, image, 1)[0];
    IntStream.range(0, 20).forEach(seed -> assertEquals(plain, applied(policy, image, seed)));
  }

  private static float applied(ExperimentConfig config, RgbImage image, long seed) {
    try {
      return apply(config, 3, image, seed)[0];
    } catch (SimMimException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void erasesAQuarterOfThePicturesAsTheModeSays() throws Exception {
    RgbImage black = new RgbImage(50, 50, new byte[7500]);
    float plain = (0 - 0.485f) / 0.229f;
    ExperimentConfig base = PLAIN.with("AUG.REPROB", 0.25);
    for (String mode : new String[] {"const", "rand", "pixel"}) {
      int erased = 0;
      for (int seed = 0; seed < 400; seed++) {
        float[] red = apply(base.with("AUG.REMODE", mode), 3, black, seed);
        double[] changed =
            IntStream.range(0, 1600).mapToDouble(i -> red[i]).filter(v -> v != plain).toArray();
        if (changed.length > 0) {
          erased++;
          long distinct =
              IntStream.range(0, changed.length).mapToDouble(i -> changed[i]).distinct().count();
          assertEquals(mode.equals("pixel"), distinct > 1, mode);
          assertEquals(mode.equals("const"), changed[0] == 0, mode);
          double share = changed.length / 1600.0;
          assertTrue(share > 0.01 && share < 0.36, "share " + share);
        }
      }
      assertEquals(100, erased, 30, mode);
    }
  }

  @Test
  void severalBoxesShareTheAreaOfOne() throws Exception {
    RgbImage black = new RgbImage(50, 50, new byte[7500]);
    ExperimentConfig config =
        PLAIN.with("AUG.REPROB", 1.0).with("AUG.RECOUNT", 4).with("AUG.REMODE", "const");
    double sum = 0;
    for (int seed = 0; seed < 400; seed++) {
      float[] values = apply(config, 3, black, seed);
      sum += IntStream.range(0, 1600).filter(i -> values[i] == 0).count() / 1600.0;
    }
    // The mean area of all boxes together is (0.02 + 1/3) / 2, less what overlaps.
    assertEquals(0.165, sum / 400, 0.02);
  }

  @Test
  void smallPicturesOfTheRightSizeAreShiftedOverBlack() throws Exception {
    ExperimentConfig config = PLAIN.with("DATA.IMG_SIZE", 32);
    RgbImage white = new RgbImage(32, 32, pixels(1024, 255, 255, 255));
    float one = (1 - 0.485f) / 0.229f;
    float zero = (0 - 0.485f) / 0.229f;
    Set<Integer> tops = new HashSet<>();
    Set<Integer> lefts = new HashSet<>();
    for (int seed = 0; seed < 500; seed++) {
      float[] values = apply(config, 3, white, seed);
      int rows = 0;
      int columns = 0;
      for (int i = 0; i < 32; i++) {
        rows += values[i * 32 + 16] == one ? 1 : 0;
        columns += values[16 * 32 + i] == one ? 1 : 0;
        assertTrue(values[i * 32 + 16] == one || values[i * 32 + 16] == zero);
      }
      assertTrue(rows >= 28 && columns >= 28);
      tops.add(values[16] == zero ? rows - 32 : 32 - rows);
      lefts.add(values[16 * 32] == zero ? columns - 32 : 32 - columns);
    }
    assertEquals(9, tops.size());
    assertEquals(9, lefts.size());
  }
}
