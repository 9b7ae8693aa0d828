package io.simmim.core.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpsTest {

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

  @Test
  void pixelShuffleSpreadsChannelsOverAPatch() {
    int r = 2;
    NDArray x =
        engine
            .manager()
            .arange(2 * 2 * r * r * 3 * 5)
            .toType(DataType.FLOAT32, false)
            .reshape(2, 8, 3, 5);
    NDArray shuffled = Ops.pixelShuffle(x, r);
    assertEquals(new Shape(2, 2, 6, 10), shuffled.getShape());
    for (int c = 0; c < 2; c++) {
      for (int i = 0; i < r; i++) {
        for (int j = 0; j < r; j++) {
          float expected = x.getFloat(1, c * r * r + i * r + j, 2, 4);
          assertEquals(expected, shuffled.getFloat(1, c, 2 * r + i, 4 * r + j));
        }
      }
    }
  }

  @Test
  void dropPathKeepsOrDropsWholeSamplesAndKeepsTheMean() {
    engine.seed(1);
    int samples = 4000;
    float[] kept =
        Ops.dropPath(engine.manager().ones(new Shape(samples, 2, 3)), 0.25).toFloatArray();
    int survivors = 0;
    for (int i = 0; i < samples; i++) {
      float first = kept[i * 6];
      assertTrue(first == 0 || Math.abs(first - 1 / 0.75) < 1e-6);
      for (int k = 1; k < 6; k++) {
        assertEquals(first, kept[i * 6 + k]);
      }
      survivors += first == 0 ? 0 : 1;
    }
    assertEquals(0.75, survivors / (double) samples, 0.035); // five deviations
  }

  @Test
  void slicesOfAnArrayGoBackToTheirPlace() {
    NDArray x = engine.manager().create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(3, 2));
    Ops.requireGradient(x);
    List<NDArray> rows = Ops.unbind(x);
    assertArrayEquals(new float[] {3, 4}, Ops.floats(rows.get(1)));
    assertEquals(new Shape(2), rows.get(2).getShape());
    Autograd.backward(rows.get(0).mul(rows.get(2)).sum());
    assertArrayEquals(new float[] {5, 6, 0, 0, 1, 2}, Ops.floats(Autograd.gradient(x)));
  }

  @Test
  void valuesAreCopiedInTheOrderOfTheArray() {
    NDArray x = engine.manager().create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(3, 2));
    assertArrayEquals(new float[] {1, 3, 5, 2, 4, 6}, Ops.floats(x.transpose()));
    assertEquals(21, Ops.scalar(x.sum()));
    assertEquals(6 * Float.BYTES, Ops.bytes(x).remaining());
  }

  @Test
  void gradientsAddUpUntilTheyAreForgotten() {
    NDArray x = engine.manager().create(new float[] {1, 2});
    Ops.requireGradient(x);
    Autograd.backward(x.mul(x).sum());
    NDArray gradient = Autograd.gradient(x);
    assertArrayEquals(new float[] {2, 4}, gradient.toFloatArray());
    Autograd.backward(x.mul(x).sum());
    assertArrayEquals(new float[] {4, 8}, gradient.toFloatArray());
    Autograd.zeroGradient(x);
    assertArrayEquals(new float[] {0, 0}, gradient.toFloatArray());
  }

  // Expected values: PyTorch 2.13.
  @Test
  void rowsAreDividedByTheirLengthAndZeroRowsStay() {
    NDArray x = engine.manager().create(new float[] {3, 4, 0, 12, 0, 0, 0, 0}, new Shape(2, 4));
    Ops.requireGradient(x);
    NDArray normalized = Ops.normalize(x);
    assertArrayEquals(
        new float[] {3 / 13f, 4 / 13f, 0, 12 / 13f, 0, 0, 0, 0}, Ops.floats(normalized), 1e-7f);
    NDArray weights = engine.manager().create(new float[] {1, 2, 3, 4}, new Shape(4));
    Autograd.backward(normalized.get(0).mul(weights).sum());
    float[] expected = {-0.0036413223f, 0.046426952f, 0.23076923f, -0.014565289f, 0, 0, 0, 0};
    assertArrayEquals(expected, Ops.floats(Autograd.gradient(x)), 1e-7f);
  }

  @Test
  void logSoftmaxIsTheLogarithmOfTheShares() {
    float[] logs =
        Ops.floats(Ops.logSoftmax(engine.manager().create(new float[] {0, (float) Math.log(3)})));
    assertArrayEquals(new float[] {(float) Math.log(.25), (float) Math.log(.75)}, logs, 1e-6f);
  }

  @Test
  void activationsHaveTheirSlopes() {
    NDArray x = engine.manager().create(new float[] {-2, 0, 3});
    Ops.requireGradient(x);
    NDArray relu = Ops.relu(x);
    assertArrayEquals(new float[] {0, 0, 3}, Ops.floats(relu));
    Autograd.backward(relu.sum());
    assertArrayEquals(new float[] {0, 0, 1}, Ops.floats(Autograd.gradient(x)));
    Autograd.zeroGradient(x);
    NDArray sigmoid = Ops.sigmoid(x);
    assertArrayEquals(new float[] {0.11920292f, 0.5f, 0.95257413f}, Ops.floats(sigmoid), 1e-6f);
    Autograd.backward(sigmoid.sum());
    float[] slopes = {0.10499359f, 0.25f, 0.04517666f};
    assertArrayEquals(slopes, Ops.floats(Autograd.gradient(x)), 1e-6f);
  }

  @Test
  void aLeafSharesValuesAndStopsTheBackwardPass() {
    NDArray x = engine.manager().create(new float[] {1, 2});
    Ops.requireGradient(x);
    NDArray y = x.mul(x);
    NDArray leaf = Ops.leaf(y);
    NDArray z = leaf.mul(leaf).mul(leaf);
    Autograd.backward(z.sum());
    assertArrayEquals(new float[] {0, 0}, Ops.floats(Autograd.gradient(x)));
    assertArrayEquals(new float[] {3, 48}, Ops.floats(Autograd.gradient(leaf)));
    // By hand through the cut: dz/dx = 3 y^2 * 2x.
    Autograd.backward(y, Autograd.gradient(leaf));
    assertArrayEquals(new float[] {6, 192}, Ops.floats(Autograd.gradient(x)));
    try (GradMode off = GradMode.off()) {
      y.addi(y);
    }
    assertArrayEquals(new float[] {2, 8}, Ops.floats(leaf));
  }
}
