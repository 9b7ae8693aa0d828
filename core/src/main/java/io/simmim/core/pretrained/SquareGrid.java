package io.simmim.core.pretrained;

import io.simmim.core.checkpoint.TensorData;
import java.util.ArrayList;
import java.util.List;

/**
 * A tensor whose last two axes are [side * side + extra, channels]: a square grid of vectors, with
 * some further vectors that belong to no place in it.
 *
 * @param side rows of the grid, and columns
 * @param extra vectors outside of the grid
 * @param extraFirst whether they come before it, else after
 */
record SquareGrid(TensorData data, int side, int extra, boolean extraFirst) {

  /**
   * The same vectors on a grid of another size; those outside of it are copied.
   *
   * @param weights of the old rows in the new ones, [new side, side]; the same for columns
   */
  TensorData resized(double[][] weights) {
    int newSide = weights.length;
    int channels = Math.toIntExact(data.shape().get(data.shape().size() - 1));
    float[] old = data.floats();
    float[] result = new float[(newSide * newSide + extra) * channels];
    int oldGrid = extraFirst ? extra * channels : 0;
    int newGrid = oldGrid;
    for (int channel = 0; channel < channels; channel++) {
      double[][] rows = rows(old, oldGrid + channel, channels, weights); // [new side, side]
      for (int i = 0; i < newSide; i++) {
        for (int j = 0; j < newSide; j++) {
          double sum = 0;
          for (int k = 0; k < side; k++) {
            sum += rows[i][k] * weights[j][k];
          }
          result[newGrid + (i * newSide + j) * channels + channel] = (float) sum;
        }
      }
    }
    int oldExtra = extraFirst ? 0 : side * side * channels;
    int newExtra = extraFirst ? 0 : newSide * newSide * channels;
    System.arraycopy(old, oldExtra, result, newExtra, extra * channels);
    return FloatTensor.of(newShape(newSide), result);
  }

  private double[][] rows(float[] old, int start, int stride, double[][] weights) {
    double[][] rows = new double[weights.length][side];
    for (int i = 0; i < weights.length; i++) {
      for (int k = 0; k < side; k++) {
        for (int j = 0; j < side; j++) {
          rows[i][k] += weights[i][j] * old[start + (j * side + k) * stride];
        }
      }
    }
    return rows;
  }

  private List<Long> newShape(int newSide) {
    List<Long> shape = new ArrayList<>(data.shape());
    shape.set(shape.size() - 2, (long) newSide * newSide + extra);
    return shape;
  }
}
