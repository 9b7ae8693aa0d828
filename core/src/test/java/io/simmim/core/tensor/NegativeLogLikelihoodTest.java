package io.simmim.core.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NegativeLogLikelihoodTest {

  private TorchEngine engine;

  @BeforeEach
  void start() throws Exception {
    engine = TorchEngine.start("cpu");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private NDArray logits(float[] values, int classes) {
    return engine.manager().create(values, new Shape(values.length / classes, classes));
  }

  @Test
  void isTheSumOfPyTorchsCrossEntropies() {
    NDArray logits = engine.manager().randomNormal(new Shape(7, 5)).mul(20);
    long[] labels = {0, 1, 2, 3, 4, 0, 1};
    NDArray mean =
        new Losses(engine.script()).crossEntropy(logits, engine.manager().create(labels));
    double sum = NegativeLogLikelihood.sum(logits, labels);
    assertEquals(7.0 * Ops.scalar(mean), sum, 1e-6 * sum);
  }

  @Test
  void largeScoresNeitherOverflowNorVanish() {
    assertEquals(Math.log(2), sum(new float[] {1e30f, 1e30f}, 0), 1e-12);
    assertEquals(2e30, sum(new float[] {1e30f, -1e30f}, 1), 1e24);
    assertEquals(0, sum(new float[] {1e30f, -1e30f}, 0));
    assertTrue(Double.isNaN(sum(new float[] {1, Float.NaN}, 0)));
  }

  private double sum(float[] row, long label) {
    return NegativeLogLikelihood.sum(logits(row, 2), new long[] {label});
  }

  @Test
  void oneLabelARowIsAskedFor() {
    NDArray logits = logits(new float[] {1, 2, 3, 4}, 2);
    assertThrows(
        IllegalArgumentException.class,
        () -> NegativeLogLikelihood.sum(logits, new long[] {1, 0, 1}));
  }
}
