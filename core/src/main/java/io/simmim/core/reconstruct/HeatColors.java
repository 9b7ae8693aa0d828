package io.simmim.core.reconstruct;

/** A colour scale that grows in brightness from black over violet and orange to pale yellow. */
final class HeatColors {

  private static final int[][] STOPS = {
    {0, 0, 4}, {87, 16, 110}, {188, 55, 84}, {249, 142, 9}, {252, 255, 164}
  };

  /** Share of the largest possible error that gets the brightest colour. */
  private static final double BRIGHTEST = 0.5;

  private HeatColors() {}

  /** RGB for an error in 0..1. */
  static byte[] of(double error) {
    double position = Math.min(1, Math.max(0, error / BRIGHTEST)) * (STOPS.length - 1);
    int low = Math.min((int) position, STOPS.length - 2);
    double share = position - low;
    byte[] color = new byte[3];
    for (int c = 0; c < color.length; c++) {
      color[c] = (byte) Math.round(STOPS[low][c] * (1 - share) + STOPS[low + 1][c] * share);
    }
    return color;
  }
}
