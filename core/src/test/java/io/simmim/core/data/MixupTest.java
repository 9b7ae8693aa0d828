package io.simmim.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.AugConfig;
import io.simmim.core.config.ExperimentConfig;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MixupTest {

  private static final SampleShape SHAPE = new SampleShape(1, 6, 8);
  private static final int CLASSES = 7;

  private static AugConfig aug(Object... pathsAndValues) {
    ExperimentConfig config = ExperimentConfig.defaults();
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      config = config.with("AUG." + pathsAndValues[i], pathsAndValues[i + 1]);
    }
    return config.aug();
  }

  /** A batch whose row r holds the value r + 1 everywhere and the label r. */
  private static LabelledBuffers batch(int size) {
    LabelledBuffers batch = new LabelledBuffers(size, SHAPE, CLASSES);
    for (int row = 0; row < size; row++) {
      float[] values = new float[SHAPE.values()];
      Arrays.fill(values, row + 1);
      batch.row(row, row, row).put(values);
    }
    batch.gather(size);
    return batch;
  }

  private static float[] row(FloatRows rows, int row) {
    float[] values = new float[rows.perRow()];
    rows.row(row).get(values);
    return values;
  }

  /** The share of each row's own label, after checking that image and target agree on it. */
  private static double[] shares(AugConfig aug, int size, long seed) {
    LabelledBuffers batch = batch(size);
    Mixup.of(aug, 0, CLASSES).orElseThrow().apply(batch, new SplittableRandom(seed));
    double[] shares = new double[size];
    for (int row = 0; row < size; row++) {
      float[] target = row(batch.targets().orElseThrow(), row);
      int partner = size - 1 - row;
      shares[row] = target[row];
      if (partner != row) {
        assertEquals(1 - target[row], target[partner], 1e-6);
        double sum = 0;
        for (float value : row(batch.pixels(), row)) {
          sum += value;
        }
        double mean = sum / SHAPE.values();
        assertEquals(target[row] * (row + 1) + target[partner] * (partner + 1), mean, 1e-4);
      }
    }
    return shares;
  }

  @Test
  void itIsOffOnlyWhenNothingAsksForIt() {
    assertEquals(Optional.empty(), Mixup.of(aug("MIXUP", 0.0, "CUTMIX", 0.0), 0.1, 10));
    assertTrue(Mixup.of(aug("MIXUP", 0.0, "CUTMIX", 1.0), 0.1, 10).isPresent());
    assertTrue(Mixup.of(aug("MIXUP", 0.2, "CUTMIX", 0.0), 0.1, 10).isPresent());
    assertTrue(
        Mixup.of(aug("MIXUP", 0.0, "CUTMIX", 0.0, "CUTMIX_MINMAX", List.of(0.2, 0.5)), 0.1, 10)
            .isPresent());
  }

  @Test
  void targetsAndImagesAreMixedAlikeInEveryModeAndForOddBatches() {
    for (String mode : new String[] {"batch", "pair", "elem"}) {
      for (int size : new int[] {1, 4, 5}) {
        for (int seed = 0; seed < 50; seed++) {
          double[] shares = shares(aug("MIXUP_MODE", mode), size, seed);
          if (mode.equals("pair")) {
            assertEquals(shares[0], shares[size - 1], 1e-6);
          }
        }
      }
    }
  }

  @Test
  void theModeSaysWhichImagesShareTheirWeight() {
    double[] batch = shares(aug("CUTMIX", 0.0, "MIXUP_MODE", "batch"), 6, 3);
    assertEquals(1, Arrays.stream(batch).distinct().count());
    double[] pair = shares(aug("CUTMIX", 0.0, "MIXUP_MODE", "pair"), 6, 3);
    assertEquals(3, Arrays.stream(pair).distinct().count());
    double[] elem = shares(aug("CUTMIX", 0.0, "MIXUP_MODE", "elem"), 6, 3);
    assertEquals(6, Arrays.stream(elem).distinct().count());
  }

  @Test
  void theMiddleImageOfAnOddBatchIsItsOwnPartner() {
    LabelledBuffers batch = batch(3);
    Mixup.of(aug("CUTMIX", 0.0), 0, CLASSES).orElseThrow().apply(batch, new SplittableRandom(1));
    float[] expected = new float[SHAPE.values()];
    Arrays.fill(expected, 2);
    assertArrayEquals(expected, row(batch.pixels(), 1), 1e-6f);
    assertArrayEquals(
        new float[] {0, 1, 0, 0, 0, 0, 0}, row(batch.targets().orElseThrow(), 1), 1e-6f);
  }

  @Test
  void aBatchIsLeftUnmixedWithTheRestOfTheProbability() {
    int unmixed = 0;
    for (int seed = 0; seed < 1000; seed++) {
      unmixed += shares(aug("CUTMIX", 0.0, "MIXUP_PROB", 0.3), 2, seed)[0] == 1 ? 1 : 0;
    }
    assertEquals(700, unmixed, 60);
  }

  @Test
  void theSwitchDecidesBetweenBoxesAndBlends() {
    int pasted = 0;
    for (int seed = 0; seed < 1000; seed++) {
      LabelledBuffers batch = batch(2);
      Mixup.of(aug("MIXUP", 1.0, "MIXUP_SWITCH_PROB", 0.2), 0, CLASSES)
          .orElseThrow()
          .apply(batch, new SplittableRandom(seed));
      float[] values = row(batch.pixels(), 0);
      boolean whole = true;
      for (float value : values) {
        whole &= value == 1 || value == 2;
      }
      pasted += whole ? 1 : 0;
    }
    assertEquals(200, pasted, 50);
  }

  @Test
  void givenSidesBoundTheBoxes() {
    SplittableRandom rng = new SplittableRandom(1);
    SampleShape shape = new SampleShape(3, 40, 60);
    for (int i = 0; i < 500; i++) {
      CutBox box = CutBox.between(0.2, 0.5, shape, rng);
      assertTrue(box.bottom() - box.top() >= 8 && box.bottom() - box.top() < 20, box.toString());
      assertTrue(box.right() - box.left() >= 12 && box.right() - box.left() < 30, box.toString());
      assertTrue(box.top() >= 0 && box.bottom() <= 40 && box.left() >= 0 && box.right() <= 60);
    }
    CutBox fixed = CutBox.between(1, 1, shape, rng);
    assertEquals(new CutBox(0, 40, 0, 60), fixed);
  }

  @Test
  void theMixingWeightHasABetaDistribution() {
    for (double alpha : new double[] {0.01, 0.2, 0.8, 1, 4}) {
      SplittableRandom rng = new SplittableRandom(11);
      double sum = 0;
      double squares = 0;
      int n = 20_000;
      for (int i = 0; i < n; i++) {
        double value = new BetaDistribution(alpha).draw(rng);
        assertTrue(value >= 0 && value <= 1, "value " + value);
        sum += value;
        squares += value * value;
      }
      double mean = sum / n;
      double variance = squares / n - mean * mean;
      assertEquals(0.5, mean, 0.015, "alpha " + alpha);
      assertEquals(1 / (4 * (2 * alpha + 1)), variance, 0.005, "alpha " + alpha);
    }
  }

  @Test
  void smoothedLabelsKeepTheSum() {
    FloatBuffer target = FloatBuffer.allocate(4);
    new SoftTargets(0.2, 4).write(1, 3, 0.75, target);
    assertArrayEquals(new float[] {0.05f, 0.65f, 0.05f, 0.25f}, target.array(), 1e-6f);
  }
}
