package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Ops;

/**
 * Log-spaced continuous position bias (Swin V2 paper, section 3.4): a small network turns relative
 * coordinates into a bias per head, so another window size needs no other parameters.
 */
final class LogPositionBias {

  private static final int HIDDEN = 512;
  private static final float REACH = 8;
  private static final int MAX_BIAS = 16;

  private final int rows;
  private final NDArray table; // [1, 2w-1, 2w-1, 2]
  private final NDArray index; // [w^2, w^2] int64
  private final Linear hidden;
  private final NDArray outWeight; // [heads, 512]
  private final NDArray maxBias; // []

  /** {@code pretrainedWindow} scales the coordinates; 0 for the window itself. */
  LogPositionBias(ParameterScope p, WindowGrid grid, int pretrainedWindow, int heads) {
    int window = grid.window();
    int span = 2 * window - 1;
    rows = span * span;
    float[] coordinates = coordinates(window, pretrainedWindow > 0 ? pretrainedWindow : window);
    table = p.buffer("relative_coords_table", coordinates, 1, span, span, 2);
    int tokens = grid.tokensPerWindow();
    index = p.buffer("relative_position_index", grid.relativePositionIndex(), tokens, tokens);
    Initializer normal = Initializer.truncNormal(0.02);
    hidden = new Linear(p.child("cpb_mlp.0"), 2, HIDDEN, true, normal);
    outWeight = p.child("cpb_mlp.2").parameter("weight", normal, heads, HIDDEN);
    maxBias = p.constant(MAX_BIAS);
  }

  /** [heads, N, N]. */
  NDArray forward() {
    NDArray features = Ops.relu(hidden.forward(table.reshape(rows, 2))); // [(2w-1)^2, 512]
    NDArray bias = Ops.sigmoid(Ops.linear(features, outWeight, null)).mul(maxBias);
    return Ops.embedding(index, bias).transpose(2, 0, 1);
  }

  // sign(t) * log2(|t| + 1) / log2(8) with t = 8 * offset / (scale - 1), rows before columns.
  static float[] coordinates(int window, int scale) {
    int span = 2 * window - 1;
    float[] result = new float[span * span * 2];
    for (int row = 0; row < span; row++) {
      for (int column = 0; column < span; column++) {
        int at = 2 * (row * span + column);
        result[at] = logSpaced(row - window + 1, scale);
        result[at + 1] = logSpaced(column - window + 1, scale);
      }
    }
    return result;
  }

  private static float logSpaced(int offset, int scale) {
    // In a window of one token there is no distance to scale; the official code divides by zero.
    float t = scale == 1 ? 0 : (float) offset / (scale - 1) * REACH;
    float log = (float) (Math.log(Math.abs(t) + 1f) / Math.log(2));
    return Math.signum(t) * log / 3f;
  }
}
