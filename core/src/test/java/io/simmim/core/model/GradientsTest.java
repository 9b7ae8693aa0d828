package io.simmim.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GradientsTest {

  private TorchEngine engine;
  private NDArray a;
  private NDArray b;
  private Gradients gradients;

  @BeforeEach
  void open() throws Exception {
    engine = TorchEngine.start("cpu");
    engine.enterThread(true);
    a = parameter(1, 2);
    b = parameter(3, 5);
    gradients = new Gradients(engine, List.of(a, b));
  }

  @AfterEach
  void close() {
    gradients.close();
    engine.close();
  }

  private NDArray parameter(float... values) {
    NDArray array = engine.manager().create(values);
    Ops.requireGradient(array);
    return array;
  }

  private float[] of(int index) {
    return gradients.arrays().get(index).toFloatArray();
  }

  @Test
  void backwardPassesAdd() {
    gradients.backward(a.mul(b).sum());
    gradients.backward(a.mul(a).sum());
    assertArrayEquals(new float[] {3 + 2, 5 + 4}, of(0));
    assertArrayEquals(new float[] {1, 2}, of(1));
  }

  @Test
  void aParameterThatTakesNoPartHasZeros() {
    gradients.backward(a.sum());
    assertArrayEquals(new float[] {0, 0}, of(1));
  }

  @Test
  void whatIsLetGoIsNotAddedToAgain() {
    gradients.backward(a.mul(b).sum());
    gradients.clear();
    gradients.backward(b.sum());
    assertArrayEquals(new float[] {0, 0}, of(0));
    assertArrayEquals(new float[] {1, 1}, of(1));
  }

  @Test
  void theyOutliveTheScopeOfTheStep() {
    try (Scope step = Scope.open()) {
      gradients.backward(a.mul(b).sum());
    }
    assertArrayEquals(new float[] {3, 5}, of(0));
  }

  @Test
  void leavesGetTheirShareWithoutBeingKept() {
    NDArray leaf = Ops.leaf(b);
    NDArray back = gradients.backwardTo(leaf, a.mul(leaf).sum());
    assertArrayEquals(new float[] {1, 2}, back.toFloatArray());
    assertArrayEquals(new float[] {0, 0}, of(1));
  }

  @Test
  void whatFlowsBackIsWeighed() {
    NDArray flow = engine.manager().create(new float[] {10, 100});
    gradients.backward(a.mul(b), flow, List.of());
    assertArrayEquals(new float[] {30, 500}, of(0));
  }

  /** A tensor more per step would fill any memory. */
  @Test
  void everyArrayOfABackwardPassIsClosedInTheEnd() {
    NDManager manager = engine.manager();
    step();
    int before = manager.getManagedArrays().size();
    for (int i = 0; i < 5; i++) {
      step();
    }
    assertEquals(before, manager.getManagedArrays().size());
  }

  private void step() {
    try (Scope step = Scope.open()) {
      gradients.backward(a.mul(b).sum());
      gradients.backward(a.sum());
      gradients.arrays();
    }
    gradients.clear();
  }
}
