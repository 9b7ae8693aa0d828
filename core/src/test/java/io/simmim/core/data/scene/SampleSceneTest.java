package io.simmim.core.data.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.image.Interpolation;
import io.simmim.core.image.Resize;
import io.simmim.core.image.RgbImage;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleSceneTest {

  @ParameterizedTest
  @EnumSource
  void theSeedAloneDecidesThePicture(SampleScene kind) {
    RgbImage picture = kind.draw(48, 5);
    assertEquals(picture, kind.draw(48, 5));
    assertNotEquals(picture, kind.draw(48, 6));
  }

  @ParameterizedTest
  @EnumSource
  void picturesHaveLightAndShadowAndAreNeverBlank(SampleScene kind) {
    for (int seed = 0; seed < 6; seed++) {
      int[] levels = levels(kind.draw(64, seed));
      double spread = deviation(levels);
      double mean = Arrays.stream(levels).average().orElseThrow();
      assertTrue(spread > 10, "seed " + seed + ": deviation " + spread);
      assertTrue(mean > 12 && mean < 235, "seed " + seed + ": mean " + mean);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSceneLooksTheSameAtAnySize(SampleScene kind) {
    // At least as the same places in the same light: means of an 8 x 8 grid agree roughly.
    Resize thumbnail = new Resize(8, 8, Interpolation.BILINEAR);
    RgbImage small = thumbnail.apply(kind.draw(64, 3));
    RgbImage large = thumbnail.apply(kind.draw(161, 3));
    double difference =
        IntStream.range(0, small.rgb().length)
            .mapToDouble(i -> Math.abs((small.rgb()[i] & 0xff) - (large.rgb()[i] & 0xff)))
            .average()
            .orElseThrow();
    assertTrue(difference < 14, "mean difference " + difference);
  }

  @Test
  void thereAreAtLeastEightKindsWithFolderNames() {
    assertTrue(SampleScene.values().length >= 8);
    for (SampleScene kind : SampleScene.values()) {
      assertTrue(kind.label().matches("[a-z_]+"), kind.label());
    }
  }

  private static int[] levels(RgbImage image) {
    return IntStream.range(0, image.rgb().length).map(i -> image.rgb()[i] & 0xff).toArray();
  }

  private static double deviation(int[] levels) {
    double mean = Arrays.stream(levels).average().orElseThrow();
    return Math.sqrt(
        Arrays.stream(levels).mapToDouble(v -> (v - mean) * (v - mean)).average().orElseThrow());
  }
}
