package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.TorchScriptOps;

/**
 * How one Swin block cuts its token grid into windows. When the grid is not larger than the window,
 * the window shrinks to the grid and is not shifted.
 *
 * @param side tokens along each side of the square grid
 * @param window tokens along each side of a window
 * @param shift cyclic shift in tokens, 0 in even blocks
 */
record WindowGrid(int side, int window, int shift) {

  static WindowGrid of(int side, int window, boolean shifted) {
    if (side <= window) {
      return new WindowGrid(side, side, 0);
    }
    if (side % window != 0) {
      throw new IllegalArgumentException(
          "expected a token grid divisible by the window, got " + side + " and " + window);
    }
    return new WindowGrid(side, window, shifted ? window / 2 : 0);
  }

  int windows() {
    return (side / window) * (side / window);
  }

  int tokensPerWindow() {
    return window * window;
  }

  /** x [B, L, C] -> windows [B * windows, window^2, C]. */
  NDArray partition(NDArray x, TorchScriptOps script) {
    long batch = x.getShape().get(0);
    long dim = x.getShape().get(2);
    NDArray grid = x.reshape(batch, side, side, dim);
    if (shift > 0) {
      grid = script.roll(grid, new long[] {-shift, -shift}, new long[] {1, 2});
    }
    int n = side / window;
    return grid.reshape(batch, n, window, n, window, dim)
        .transpose(0, 1, 3, 2, 4, 5)
        .reshape(batch * windows(), tokensPerWindow(), dim);
  }

  /** windows [B * windows, window^2, C] -> x [B, L, C]. */
  NDArray merge(NDArray windows, TorchScriptOps script) {
    long batch = windows.getShape().get(0) / windows();
    long dim = windows.getShape().get(2);
    int n = side / window;
    NDArray grid =
        windows
            .reshape(batch, n, n, window, window, dim)
            .transpose(0, 1, 3, 2, 4, 5)
            .reshape(batch, side, side, dim);
    if (shift > 0) {
      grid = script.roll(grid, new long[] {shift, shift}, new long[] {1, 2});
    }
    return grid.reshape(batch, (long) side * side, dim);
  }

  /** Registers the shift mask as the buffer {@code attn_mask}; null when not shifted. */
  NDArray registerShiftMask(ParameterScope p) {
    long n = tokensPerWindow();
    return shift > 0 ? p.buffer("attn_mask", shiftMask(), windows(), n, n) : null;
  }

  /**
   * Adds the position bias, and the shift mask where there is one. They are joined first: one pass
   * over the large attention array instead of two.
   *
   * @param attention [B * windows, heads, N, N], which may be changed in place
   * @param bias [heads, N, N]
   * @param shiftMask [windows, N, N] or null
   */
  NDArray addBias(NDArray attention, NDArray bias, NDArray shiftMask) {
    if (shiftMask == null) {
      return Ops.addBias(attention, bias);
    }
    long heads = bias.getShape().get(0);
    long n = bias.getShape().get(1);
    NDArray perWindow = shiftMask.expandDims(1).add(bias); // [windows, heads, N, N]
    NDArray grouped = attention.reshape(-1, windows(), heads, n, n);
    return Ops.addBias(grouped, perWindow).reshape(-1, heads, n, n);
  }

  /** Index into the table of relative positions for each pair of tokens, [window^2 * window^2]. */
  long[] relativePositionIndex() {
    int tokens = tokensPerWindow();
    int span = 2 * window - 1;
    long[] index = new long[tokens * tokens];
    for (int i = 0; i < tokens; i++) {
      for (int j = 0; j < tokens; j++) {
        int rows = i / window - j / window + window - 1;
        int columns = i % window - j % window + window - 1;
        index[i * tokens + j] = (long) rows * span + columns;
      }
    }
    return index;
  }

  /**
   * Shift mask [windows, window^2, window^2]: 0 between tokens that were neighbours before the
   * shift, -100 (not infinity, as the official code) between tokens that the shift brought
   * together.
   */
  float[] shiftMask() {
    int tokens = tokensPerWindow();
    int n = side / window;
    float[] mask = new float[windows() * tokens * tokens];
    for (int w = 0; w < windows(); w++) {
      for (int i = 0; i < tokens; i++) {
        for (int j = 0; j < tokens; j++) {
          boolean same = region(w / n, w % n, i) == region(w / n, w % n, j);
          mask[(w * tokens + i) * tokens + j] = same ? 0 : -100;
        }
      }
    }
    return mask;
  }

  private int region(int windowRow, int windowColumn, int token) {
    int row = band(windowRow * window + token / window);
    int column = band(windowColumn * window + token % window);
    return 3 * row + column;
  }

  private int band(int position) {
    if (position < side - window) {
      return 0;
    }
    return position < side - shift ? 1 : 2;
  }
}
