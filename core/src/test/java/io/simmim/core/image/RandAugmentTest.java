package io.simmim.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.ConfigException;
import io.simmim.core.testing.Pictures;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandAugmentTest {

  private static RandAugmentPolicy policy(String text) throws ConfigException {
    return RandAugmentPolicy.parse(text).orElseThrow();
  }

  @Test
  void readsTheNotationOfTimm() throws Exception {
    assertEquals(new RandAugmentPolicy(9, 0.5, 2, true, false), policy("rand-m9-mstd0.5-inc1"));
    assertEquals(new RandAugmentPolicy(10, 0, 2, false, false), policy("rand"));
    assertEquals(new RandAugmentPolicy(7, 1, 3, false, true), policy("rand-n3-w0-mstd1-m7"));
    assertEquals(Optional.empty(), RandAugmentPolicy.parse("none"));
    assertEquals(Optional.empty(), RandAugmentPolicy.parse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rand-x3",
        "rand-",
        "rand-m",
        "rand-m9.5",
        "rand-m-1",
        "rand-w1",
        "rand-inc0",
        "random",
        "RAND",
        "rand-n14-w0",
        "rand-mstd1e3"
      })
  void anythingElseIsRefusedWithTheNotation(String text) {
    ConfigException fault =
        assertThrows(ConfigException.class, () -> RandAugmentPolicy.parse(text));
    assertTrue(fault.getMessage().contains("'" + text + "'"), fault.getMessage());
    assertTrue(fault.getMessage().contains("rand-m9-mstd0.5-inc1"), fault.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"original", "originalr-mstd0.5", "v0", "v0r", "augmix-m5"})
  void otherPoliciesOfTimmAreRefusedByName(String text) {
    ConfigException fault =
        assertThrows(ConfigException.class, () -> RandAugmentPolicy.parse(text));
    assertTrue(fault.getMessage().contains("of which only rand is offered"), fault.getMessage());
  }

  @Test
  void eachOperationIsSkippedHalfOfTheTimes() throws Exception {
    RandAugment augment = augment("rand-m10-n1-inc1");
    RgbImage image = new RgbImage(1, 1, new byte[] {100, 100, 100});
    SplittableRandom rng = new SplittableRandom(2);
    int inverted = 0;
    for (int i = 0; i < 4000; i++) {
      RgbImage result = augment.apply(image, new Chosen(AugmentOperation.INVERT, rng));
      inverted += result.sample(0, 0, 0) == 155 ? 1 : 0;
    }
    assertEquals(2000, inverted, 120);
  }

  private static RandAugment augment(String text) throws ConfigException {
    return new RandAugment(policy(text), InterpolationChoice.of("bicubic"));
  }

  @Test
  void operationsAreDrawnEquallyOftenAndMayRepeat() throws Exception {
    SplittableRandom rng = new SplittableRandom(2);
    Map<AugmentOperation, Integer> counts = new EnumMap<>(AugmentOperation.class);
    int repeated = 0;
    for (int i = 0; i < 7500; i++) {
      List<AugmentOperation> drawn = augment("rand-n2").draw(rng);
      drawn.forEach(operation -> counts.merge(operation, 1, Integer::sum));
      repeated += drawn.get(0) == drawn.get(1) ? 1 : 0;
    }
    assertEquals(15, counts.size());
    counts.values().forEach(count -> assertEquals(1000, count, 130));
    assertEquals(500, repeated, 100);
  }

  @Test
  void weightedOperationsAreDrawnByWeightAndNeverTwice() throws Exception {
    SplittableRandom rng = new SplittableRandom(2);
    int rotations = 0;
    for (int i = 0; i < 2000; i++) {
      rotations += augment("rand-n1-w0").draw(rng).get(0) == AugmentOperation.ROTATE ? 1 : 0;
      List<AugmentOperation> all = augment("rand-n13-w0").draw(rng);
      assertEquals(EnumSet.copyOf(AugmentOperation.weighted()), EnumSet.copyOf(all));
      assertEquals(13, all.size());
    }
    assertEquals(600, rotations, 70);
  }

  @Test
  void theMagnitudeScattersAboutThePolicysAndStaysInRange() throws Exception {
    RandAugment augment = augment("rand-m9-mstd0.5-n1");
    RgbImage grey = new RgbImage(1, 1, new byte[] {100, 100, 100});
    SplittableRandom rng = new SplittableRandom(8);
    double sum = 0;
    int seen = 0;
    Set<Integer> levels = new HashSet<>();
    for (int i = 0; i < 6000; i++) {
      RgbImage result = augment.apply(grey, new Chosen(AugmentOperation.BRIGHTNESS, rng));
      if (!result.equals(grey)) {
        levels.add(result.sample(0, 0, 0));
        sum += result.sample(0, 0, 0);
        seen++;
      }
    }
    // Level 9 of 10 is the factor 1.72; one deviation is a factor of 0.09, and 1.9 the most.
    assertEquals(172, sum / seen, 1.5);
    assertTrue(levels.size() > 25 && Collections.max(levels) <= 190, levels.toString());
  }

  @Test
  void signedOperationsGoBothWays() throws Exception {
    SplittableRandom rng = new SplittableRandom(8);
    Set<RgbImage> results = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      results.add(
          augment("rand-m10-n1")
              .apply(Pictures.noise(9, 9, 1), new Chosen(AugmentOperation.SHEAR_X, rng)));
    }
    assertEquals(3, results.size());
  }

  /** Draws one operation only; the rest is random. */
  private record Chosen(AugmentOperation operation, RandomGenerator rng)
      implements RandomGenerator {
    @Override
    public int nextInt(int bound) {
      return List.of(AugmentOperation.values()).indexOf(operation);
    }

    @Override
    public long nextLong() {
      return rng.nextLong();
    }
  }
}
