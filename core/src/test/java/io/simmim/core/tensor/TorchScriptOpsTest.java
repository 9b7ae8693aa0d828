package io.simmim.core.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.tensor.TorchScriptOps.AdamWSettings;
import io.simmim.core.tensor.TorchScriptOps.AdamWTensors;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TorchScriptOpsTest {

  private static final int ROWS = 3;
  private static final int COLUMNS = 5;

  private TorchEngine engine;
  private Scope scope;

  @BeforeEach
  void start() throws Exception {
    engine = TorchEngine.start("cpu");
    engine.enterThread(true);
    scope = Scope.open();
  }

  @AfterEach
  void stop() {
    scope.close();
    engine.close();
  }

  private NDArray counting() {
    return engine
        .manager()
        .arange(ROWS * COLUMNS)
        .toType(DataType.FLOAT32, false)
        .reshape(ROWS, COLUMNS);
  }

  private NDArray floats(float... values) {
    return engine.manager().create(values);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,0", "0,2", "-1,-2", "2,3", "-4,7"})
  void rollMovesElementsAroundTheEnd(int down, int right) {
    NDArray rolled = engine.script().roll(counting(), new long[] {down, right}, new long[] {0, 1});
    float[] expected = new float[ROWS * COLUMNS];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        int toRow = Math.floorMod(row + down, ROWS);
        int toColumn = Math.floorMod(column + right, COLUMNS);
        expected[toRow * COLUMNS + toColumn] = row * COLUMNS + column;
      }
    }
    assertArrayEquals(expected, rolled.toFloatArray());
    assertEquals(new Shape(ROWS, COLUMNS), rolled.getShape());
  }

  @Test
  void gradientsFlowThroughRoll() {
    NDArray x = counting();
    Ops.requireGradient(x);
    NDArray rolled = engine.script().roll(x, new long[] {1, 1}, new long[] {0, 1});
    Autograd.backward(rolled.mul(counting()).sum());
    NDArray back = engine.script().roll(counting(), new long[] {-1, -1}, new long[] {0, 1});
    assertArrayEquals(back.toFloatArray(), Autograd.gradient(x).toFloatArray());
  }

  @Test
  void valuesAboveTheLimitAreCutAndGetNoGradient() {
    NDArray x = floats(-3, 2, 4, 5);
    Ops.requireGradient(x);
    NDArray clamped = engine.script().clampMax(x, 4);
    assertArrayEquals(new float[] {-3, 2, 4, 4}, clamped.toFloatArray());
    Autograd.backward(clamped.sum());
    assertArrayEquals(new float[] {1, 1, 1, 0}, Autograd.gradient(x).toFloatArray());
  }

  @Test
  void averagesCountOnlyWhatIsInTheImage() {
    NDArray x = engine.manager().arange(1, 13).toType(DataType.FLOAT32, false).reshape(1, 1, 3, 4);
    float[] expected = {3.5f, 4, 5, 5.5f, 5.5f, 6, 7, 7.5f, 7.5f, 8, 9, 9.5f};
    NDArray pooled = engine.script().avgPool2d(x, 3, 1);
    assertEquals(x.getShape(), pooled.getShape());
    assertArrayEquals(expected, pooled.toFloatArray(), 1e-6f);
  }

  @Test
  void gradientsLongerThanTheLimitAreShortenedTogether() {
    NDArray a = floats(3, 0);
    NDArray b = floats(0, 4);
    assertEquals(5, engine.script().clipGradNorm(List.of(a, b), 2), 1e-6);
    assertArrayEquals(new float[] {1.2f, 0}, a.toFloatArray(), 1e-5f);
    assertArrayEquals(new float[] {0, 1.6f}, b.toFloatArray(), 1e-5f);
  }

  @ParameterizedTest
  @CsvSource({"6", "0", "-1"})
  void shorterGradientsAndNoLimitChangeNothing(double limit) {
    NDArray a = floats(3, 4);
    assertEquals(5, engine.script().clipGradNorm(List.of(a), limit), 1e-6);
    assertArrayEquals(new float[] {3, 4}, a.toFloatArray());
  }

  @Test
  void adamWFollowsItsFormula() {
    double lr = 0.1;
    double decay = 0.5;
    double eps = 1e-3;
    NDArray parameter = floats(2);
    NDArray gradient = floats(0);
    NDArray m = floats(0);
    NDArray v = floats(0);
    NDArray step = engine.manager().create(0f);
    var tensors =
        new AdamWTensors(
            List.of(parameter), List.of(gradient), List.of(m), List.of(v), List.of(step));
    double expected = 2;
    double first = 0;
    double second = 0;
    float[] gradients = {1, -0.5f, 3};
    try (GradMode off = GradMode.off()) {
      for (int t = 1; t <= gradients.length; t++) {
        double g = gradients[t - 1];
        gradient.set(new float[] {gradients[t - 1]});
        engine.script().adamW(tensors, new AdamWSettings(lr, 0.9, 0.999, decay, eps));
        first = 0.9 * first + 0.1 * g;
        second = 0.999 * second + 0.001 * g * g;
        double root = Math.sqrt(second) / Math.sqrt(1 - Math.pow(0.999, t)) + eps;
        expected = expected * (1 - lr * decay) - lr * first / (1 - Math.pow(0.9, t)) / root;
        assertEquals(expected, parameter.getFloat(0), 1e-5, "step " + t);
        assertEquals(t, step.getFloat());
      }
    }
    assertEquals(first, m.getFloat(0), 1e-6);
    assertEquals(second, v.getFloat(0), 1e-6);
  }

  @Test
  void copyWritesIntoTheArrayItself() {
    NDArray target = counting();
    NDArray alias = target.reshape(ROWS * COLUMNS);
    ByteBuffer data =
        ByteBuffer.allocateDirect(ROWS * COLUMNS * Float.BYTES).order(ByteOrder.nativeOrder());
    for (int i = 0; i < ROWS * COLUMNS; i++) {
      data.putFloat(-i);
    }
    engine.script().copy(target, data.rewind());
    assertEquals(-7, alias.getFloat(7));
  }
}
