package io.simmim.core.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import io.simmim.core.config.Precision;
import io.simmim.core.fault.CheckpointException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LossScalerTest {

  private static final Map<String, Object> SAVED =
      Map.of(
          "scale", 8.0,
          "growth_factor", 4.0,
          "backoff_factor", 0.25,
          "growth_interval", 3,
          "_growth_tracker", 1);

  private TorchEngine engine;
  private Scope scope;
  private LossScaler scaler;

  @BeforeEach
  void start() throws Exception {
    engine = TorchEngine.start("cpu");
    engine.enterThread(true);
    scope = Scope.open();
    scaler = LossScaler.of(Precision.FP16, engine);
  }

  @AfterEach
  void stop() {
    scaler.close();
    scope.close();
    engine.close();
  }

  private NDArray floats(float... values) {
    return engine.manager().create(values);
  }

  private boolean step(float gradient) {
    boolean finite = scaler.unscale(List.of(floats(1), floats(gradient)));
    scaler.update();
    return finite;
  }

  @Test
  void aNewOneHasTheStateOfPyTorchs() {
    assertEquals(
        Map.of(
            "scale", 65536.0,
            "growth_factor", 2.0,
            "backoff_factor", 0.5,
            "growth_interval", 2000L,
            "_growth_tracker", 0),
        scaler.stateDict());
  }

  @Test
  void gradientsComeBackInTheirOwnUnits() {
    NDArray x = floats(3, -2);
    Ops.requireGradient(x);
    NDArray loss = x.mul(x).sum();
    NDArray scaled = scaler.scale(loss);
    assertEquals(13 * 65536f, Ops.scalar(scaled));
    Autograd.backward(scaled);
    assertTrue(scaler.unscale(List.of(Autograd.gradient(x))));
    assertArrayEquals(new float[] {6, -4}, Ops.floats(Autograd.gradient(x)));
  }

  @Test
  void anotherBackwardPassAddsToScaledGradients() {
    NDArray x = floats(3, -2);
    Ops.requireGradient(x);
    for (int pass = 0; pass < 2; pass++) {
      if (pass > 0) {
        scaler.rescale(List.of(Autograd.gradient(x)));
      }
      Autograd.backward(scaler.scale(x.mul(x).sum()));
      assertTrue(scaler.unscale(List.of(Autograd.gradient(x))));
      scaler.update();
    }
    assertArrayEquals(new float[] {12, -8}, Ops.floats(Autograd.gradient(x)));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN})
  void aGradientThatIsNotFiniteHalvesTheScale(float gradient) {
    assertFalse(step(gradient));
    assertEquals(32768, scaler.scale());
    assertTrue(step(1));
    assertEquals(32768, scaler.scale());
  }

  @Test
  void enoughFiniteStepsInARowDoubleTheScale() throws Exception {
    scaler.load(SAVED);
    assertTrue(step(1));
    assertEquals(8, scaler.scale());
    assertTrue(step(1));
    assertEquals(32, scaler.scale());
    assertEquals(0, scaler.stateDict().get("_growth_tracker"));
    assertTrue(step(1));
    assertFalse(step(Float.NaN));
    assertEquals(8, scaler.scale());
    assertEquals(0, scaler.stateDict().get("_growth_tracker"));
  }

  @Test
  void aSavedStateComesBack() throws Exception {
    scaler.load(SAVED);
    Map<String, Object> state = scaler.stateDict();
    SAVED.forEach((key, value) -> assertEquals(value.toString(), state.get(key).toString(), key));
    scaler.load(Map.of());
    assertEquals(state, scaler.stateDict());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"scale", "growth_factor", "backoff_factor", "growth_interval", "_growth_tracker"})
  void aStateWithoutAnEntryOrWithAnImpossibleOneIsRefused(String key) {
    Map<String, Object> before = scaler.stateDict();
    Map<String, Object> damaged = new HashMap<>(SAVED);
    for (Object bad : new Object[] {Double.NaN, Double.POSITIVE_INFINITY, -1, "text"}) {
      damaged.put(key, bad);
      assertThrows(CheckpointException.class, () -> scaler.load(damaged));
    }
    damaged.remove(key);
    String message =
        assertThrows(CheckpointException.class, () -> scaler.load(damaged)).getMessage();
    assertTrue(message.contains("'" + key + "'") && message.endsWith("."), message);
    assertEquals(before, scaler.stateDict());
  }

  @Test
  void gradientsAreNotDividedTwice() {
    NDArray gradient = floats(1);
    scaler.unscale(List.of(gradient));
    assertThrows(IllegalStateException.class, () -> scaler.unscale(List.of(gradient)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Precision.class,
      names = {"FP32", "TF32", "BF16"})
  void otherPrecisionsNeedNone(Precision precision) throws Exception {
    try (LossScaler none = LossScaler.of(precision, engine)) {
      NDArray loss = floats(2);
      assertSame(loss, none.scale(loss));
      assertTrue(none.unscale(List.of(loss)));
      none.rescale(List.of(loss));
      assertEquals(2, Ops.scalar(loss.sum()));
      none.update();
      assertEquals(1, none.scale());
      none.load(SAVED);
      assertEquals(scaler.stateDict(), none.stateDict());
    }
  }
}
