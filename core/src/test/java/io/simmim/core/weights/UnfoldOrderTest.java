package io.simmim.core.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TensorData;
import org.junit.jupiter.api.Test;

class UnfoldOrderTest {

  private static final int CHANNELS = 3;
  private static final int OUT = 5;

  // x[i][j][c] of one 2 x 2 square of tokens.
  private static float token(int i, int j, int c) {
    return 100 * i + 10 * j + c + 1;
  }

  /**
   * As the official code concatenates x[0::2, 0::2], x[1::2, 0::2], x[0::2, 1::2], x[1::2, 1::2].
   */
  private static float[] concatenated() {
    float[] merged = new float[4 * CHANNELS];
    int next = 0;
    for (int[] at : new int[][] {{0, 0}, {1, 0}, {0, 1}, {1, 1}}) {
      for (int c = 0; c < CHANNELS; c++) {
        merged[next++] = token(at[0], at[1], c);
      }
    }
    return merged;
  }

  /** As {@code nn.Unfold(2)} does: the channel first, then the row, then the column. */
  private static float[] unfolded() {
    float[] merged = new float[4 * CHANNELS];
    int next = 0;
    for (int c = 0; c < CHANNELS; c++) {
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          merged[next++] = token(i, j, c);
        }
      }
    }
    return merged;
  }

  private static double[] product(TensorData weight, float[] x) {
    float[] w = weight.floats();
    double[] y = new double[OUT];
    for (int i = 0; i < OUT; i++) {
      for (int j = 0; j < x.length; j++) {
        y[i] += (double) w[i * x.length + j] * x[j];
      }
    }
    return y;
  }

  @Test
  void reorderedColumnsHaveTheSameProductWithUnfoldedTokens() {
    TensorData weight = NameLists.counting(-7, (long) OUT, 4L * CHANNELS);
    assertArrayEquals(
        product(weight, concatenated()), product(UnfoldOrder.unfolded(weight), unfolded()));
  }

  @Test
  void whatHoldsNoTokensIsNotReordered() {
    assertTrue(UnfoldOrder.fits(NameLists.counting(0, 3L, 8L)));
    assertFalse(UnfoldOrder.fits(NameLists.counting(0, 3L, 6L)));
    assertFalse(UnfoldOrder.fits(NameLists.counting(0, 0L, 1L << 40)), "columns beyond counting");
  }

  @Test
  void bothWaysTogetherChangeNothing() {
    TensorData norm = NameLists.counting(1, 4L * CHANNELS);
    assertEquals(norm.view(), UnfoldOrder.official(UnfoldOrder.unfolded(norm)).view());
    assertEquals(norm.view(), UnfoldOrder.unfolded(UnfoldOrder.official(norm)).view());
  }
}
