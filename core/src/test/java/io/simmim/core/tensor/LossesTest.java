package io.simmim.core.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Expected values: PyTorch 2.13 with the formulas of timm 0.4.12. */
class LossesTest {

  private TorchEngine engine;
  private Scope scope;
  private Losses losses;
  private NDArray logits;
  private NDArray labels;

  @BeforeEach
  void start() throws Exception {
    engine = TorchEngine.start("cpu");
    engine.enterThread(true);
    scope = Scope.open();
    losses = new Losses(engine.script());
    logits = rows(2, -1, .5f, .25f, -3, 1.5f, 1, 4);
    Ops.requireGradient(logits);
    labels = engine.manager().create(new long[] {2, 1});
  }

  @AfterEach
  void stop() {
    scope.close();
    engine.close();
  }

  private NDArray rows(float... values) {
    return engine.manager().create(values, new Shape(2, 4));
  }

  private void expect(double loss, NDArray actual, float... gradient) {
    assertEquals(new Shape(), actual.getShape());
    assertEquals(loss, Ops.scalar(actual), 1e-6);
    Autograd.backward(actual);
    assertArrayEquals(gradient, Ops.floats(Autograd.gradient(logits)), 1e-6f);
  }

  @Test
  void crossEntropyIsTheMeanNegativeLogLikelihood() {
    expect(
        2.246978759765625,
        losses.crossEntropy(logits, labels),
        0.345616f,
        0.017207f,
        -0.422882f,
        0.060059f,
        0.000402f,
        -0.463768f,
        0.021975f,
        0.441390f);
  }

  @Test
  void softTargetsShareTheLikelihood() {
    expect(
        3.6469782783984375,
        losses.softTargetCrossEntropy(logits, rows(.1f, .2f, .3f, .4f, .7f, 0, .05f, .25f)),
        0.295616f,
        -0.082792f,
        -0.072882f,
        -0.139940f,
        -0.349597f,
        0.036231f,
        -0.003024f,
        0.316390f);
  }

  @Test
  void labelSmoothingMixesInTheMeanOverClasses() {
    expect(
        2.281353712081909,
        losses.labelSmoothingCrossEntropy(logits, labels, 0.1),
        0.333116f,
        0.004707f,
        -0.385382f,
        0.047559f,
        -0.012097f,
        -0.426268f,
        0.009475f,
        0.428890f);
  }

  @Test
  void aHardTargetIsTheSameInAllThree() {
    float hard = Ops.scalar(losses.crossEntropy(logits, labels));
    NDArray oneHot = rows(0, 0, 1, 0, 0, 1, 0, 0);
    assertEquals(hard, Ops.scalar(losses.softTargetCrossEntropy(logits, oneHot)), 1e-6);
    assertEquals(hard, Ops.scalar(losses.labelSmoothingCrossEntropy(logits, labels, 0)), 1e-6);
  }
}
