package io.simmim.core.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.config.Precision;
import io.simmim.core.testing.Malloc;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class DenseLayersTest {

  private static final double RELATIVE = 5e-6;
  private static final int ROWS = 263;
  private static final int IN = 131;
  private static final int OUT = 257; // Enough multiply-adds for oneDNN, and primes.

  private static TorchEngine engine;

  @BeforeAll
  static void start() throws Exception {
    engine = TorchEngine.start("cpu");
    engine.enterThread(true);
    engine.seed(11);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Test
  void aLargeLinearLayerHasTheValuesAndGradientsOfTheEnginesOwn() {
    assertTrue((long) ROWS * IN * OUT >= DenseLayers.WORTH_COPYING);
    assertAlike(
        List.of(random(ROWS, IN), random(OUT, IN), random(OUT)),
        a -> engine.dense().linear(a.get(0), a.get(1), a.get(2)),
        a -> Ops.linear(a.get(0), a.get(1), a.get(2)));
  }

  @Test
  void soHasOneWithoutBiasOnABatchThatIsATransposedView() {
    assertAlike(
        List.of(random(IN, 3, ROWS), random(OUT, IN)),
        a -> engine.dense().linear(a.get(0).transpose(1, 2, 0), a.get(1), null),
        a -> Ops.linear(a.get(0).transpose(1, 2, 0), a.get(1), null));
  }

  @Test
  void aLargeFeedForwardPartHasTheValuesAndGradientsOfItsThreeOperators() {
    assertAlike(
        List.of(random(1, ROWS, IN), random(OUT, IN), random(OUT), random(IN, OUT), random(IN)),
        a -> engine.dense().mlp(a.get(0), a.get(1), a.get(2), a.get(3), a.get(4)),
        a -> Ops.linear(Ops.gelu(Ops.linear(a.get(0), a.get(1), a.get(2))), a.get(3), a.get(4)));
  }

  @Test
  void underAutocastALargeLayerIsComputedIn16Bits() throws Exception {
    try (Scope scope = Scope.open();
        Autocast cast = AutocastMode.of(Precision.BF16, engine).enter()) {
      NDArray y = engine.dense().linear(random(ROWS, IN), random(OUT, IN), random(OUT));
      assertNotEquals(DataType.FLOAT32, y.getDataType());
    }
  }

  /** What a backward pass needs is in oneDNN's layout; the same once more would fill the memory. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void ofWhatGoesInOnlyTheCopyIsKept() {
    int layers = 10;
    NDArray leaf = Ops.leaf(random(1024, 512));
    NDArray weight = Ops.leaf(random(512, 512));
    try (Scope scope = Scope.open()) {
      Scope.of(() -> engine.dense().linear(leaf.mul(2), weight, null)); // What the first one costs.
      long before = Malloc.bytesInUse();
      for (int i = 0; i < layers; i++) {
        Scope.of(() -> engine.dense().linear(leaf.mul(2), weight, null)); // Held by the scope.
      }
      double arrays = (Malloc.bytesInUse() - before) / (leaf.size() * 4.0) / layers;
      assertEquals(2, arrays, 0.1, "arrays kept by a layer: its input and its output");
    }
  }

  /** Same values, and same gradients of everything that goes in, as the reference. */
  private static void assertAlike(
      List<NDArray> inputs,
      Function<List<NDArray>, NDArray> tested,
      Function<List<NDArray>, NDArray> reference) {
    try (Scope scope = Scope.open()) {
      List<float[]> expected = valuesAndGradients(inputs, reference);
      List<float[]> actual = valuesAndGradients(inputs, tested);
      for (int i = 0; i < expected.size(); i++) {
        assertClose(expected.get(i), actual.get(i));
      }
    }
  }

  private static List<float[]> valuesAndGradients(
      List<NDArray> inputs, Function<List<NDArray>, NDArray> function) {
    List<NDArray> leaves = inputs.stream().map(Ops::leaf).toList();
    NDArray y = function.apply(leaves);
    Autograd.backward(y, y);
    return Stream.concat(Stream.of(y), leaves.stream().map(Autograd::gradient))
        .map(Ops::floats)
        .toList();
  }

  private static void assertClose(float[] expected, float[] actual) {
    assertEquals(expected.length, actual.length);
    double largest = 0;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], RELATIVE * largest);
    }
  }

  private static NDArray random(long... shape) {
    return Scope.keep(engine.manager().randomNormal(new Shape(shape)));
  }
}
