package io.simmim.core.pretrained;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.simmim.core.checkpoint.TensorData;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridResizingTest {

  private static final float[] GRID = {
    -0.5f, -0.125f, 0.25f, 0.375f, -0.5f, 0, -0.125f, 0.5f, -0.25f
  };

  // torch.nn.functional.interpolate(grid, size=(5, 5), mode='bicubic', align_corners=False)
  private static final float[] LARGER = {
    -0.63152f, -0.418076f, -0.089f, 0.168796f, 0.308848f,
    -0.103572f, -0.246056f, -0.3425f, -0.043934f, 0.220296f,
    0.459f, -0.0005f, -0.5f, -0.257f, 0.048f,
    0.136512f, 0.132196f, 0.085f, -0.075056f, -0.195576f,
    -0.246824f, 0.188012f, 0.596f, 0.118928f, -0.35752f
  };

  // the same with size=(2, 2)
  private static final float[] SMALLER = {-0.29105377f, 0.10218811f, 0.089948654f, -0.088905334f};

  private static float[] bicubic(int side) {
    TensorData data = FloatTensor.of(List.of(1L, 9L, 1L), GRID);
    return new SquareGrid(data, 3, 0, true).resized(BicubicWeights.of(3, side)).floats();
  }

  @Test
  void bicubicResizingIsThatOfPyTorch() {
    assertArrayEquals(LARGER, bicubic(5), 1e-6f);
    assertArrayEquals(SMALLER, bicubic(2), 1e-6f);
    assertArrayEquals(GRID, bicubic(3), 0);
  }

  @Test
  void vectorsOutsideOfTheGridKeepTheirPlaceAndValues() {
    double[][] repeat = {{1}, {1}};
    TensorData first = FloatTensor.of(List.of(1L, 2L, 2L), new float[] {7, 8, 1, 2});
    assertArrayEquals(
        new float[] {7, 8, 1, 2, 1, 2, 1, 2, 1, 2},
        new SquareGrid(first, 1, 1, true).resized(repeat).floats());
    TensorData last = FloatTensor.of(List.of(2L, 2L), new float[] {1, 2, 7, 8});
    TensorData resized = new SquareGrid(last, 1, 1, false).resized(repeat);
    assertArrayEquals(new float[] {1, 2, 1, 2, 1, 2, 1, 2, 7, 8}, resized.floats());
    assertEquals(List.of(5L, 2L), resized.shape());
  }

  @Test
  void smallTablesLieAtTheCentreOfLargeOnes() {
    double[] positions = GeometricPositions.of(11, 13);
    assertEquals(-6.000008084030284, positions[0], 1e-12);
    assertEquals(2.0912812995910643, positions[7], 1e-12);
    assertArrayEquals(new double[] {-2, -1, 0, 1, 2}, GeometricPositions.integers(5));
  }
}
