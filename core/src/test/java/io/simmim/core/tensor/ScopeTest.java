package io.simmim.core.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScopeTest {

  private TorchEngine engine;

  @BeforeEach
  void start() throws Exception {
    engine = TorchEngine.start("cpu");
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private NDArray ones() {
    return engine.manager().ones(new Shape(2));
  }

  private int open() {
    return engine.manager().getManagedArrays().size();
  }

  @Test
  void freesWhatWasMadeInsideButNotWhatWasKept() {
    NDArray before = ones();
    NDArray made;
    NDArray kept;
    try (Scope scope = Scope.open()) {
      made = before.add(ones());
      kept = Scope.keep(made.mul(2));
    }
    assertTrue(made.isReleased());
    assertEquals(4f, kept.getFloat(0));
    assertFalse(before.isReleased());
    assertEquals(2, open());
  }

  @Test
  void handsTheResultOfABodyToTheScopeAround() {
    NDArray result;
    try (Scope outer = Scope.open()) {
      int before = open();
      result = Scope.of(() -> ones().add(ones()).mul(3));
      assertEquals(6f, result.getFloat(0));
      assertEquals(before + 1, open());
    }
    assertTrue(result.isReleased());
    assertEquals(0, open());
  }

  @Test
  void freesEverythingWhenABodyFails() {
    try (Scope outer = Scope.open()) {
      assertThrows(
          IllegalStateException.class,
          () ->
              Scope.of(
                  () -> {
                    ones().add(1);
                    throw new IllegalStateException("in the middle");
                  }));
      assertEquals(0, open());
      ones();
      assertEquals(1, open());
    }
    assertEquals(0, open());
  }
}
