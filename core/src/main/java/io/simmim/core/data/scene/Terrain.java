package io.simmim.core.data.scene;

/**
 * Draws a landscape given by its heights, column by column from near to far: every sample that
 * rises above all nearer ones is visible. Heights and distances are in the same unit; x is to the
 * right.
 *
 * @param ground the landscape
 * @param cameraHeight height of the eye
 * @param horizon place of the horizon in the frame
 * @param far where the landscape ends
 */
record Terrain(Ground ground, double cameraHeight, double horizon, double far) {

  private static final double NEAR = 0.6;
  private static final double FOCAL_LENGTH = 1.1;
  private static final double STEP = 1.011;

  /** What a landscape must say about itself. */
  interface Ground {
    double height(double x, double z);

    /** The colour at a visible point, with the slopes of the ground to the right and away. */
    Rgb colour(double x, double z, double height, double slopeX, double slopeZ);
  }

  void paint(Frame frame) {
    int steps = (int) (Math.log(far / NEAR) / Math.log(STEP));
    double[] left = heights(-1, frame, steps);
    for (int column = 0; column < frame.side(); column++) {
      double[] heights = heights(column, frame, steps);
      paintColumn(frame, column, heights, left);
      left = heights;
    }
  }

  private double across(int column, Frame frame) {
    return (frame.place(column) - 0.5) / FOCAL_LENGTH;
  }

  private double[] heights(int column, Frame frame, int steps) {
    double[] heights = new double[steps];
    double z = NEAR;
    for (int i = 0; i < steps; i++, z *= STEP) {
      heights[i] = ground.height(z * across(column, frame), z);
    }
    return heights;
  }

  private void paintColumn(Frame frame, int column, double[] heights, double[] left) {
    double top = frame.side();
    Rgb previous = null;
    double z = NEAR;
    for (int i = 0; i + 1 < heights.length && top > 0; i++, z *= STEP) {
      double row = (horizon + FOCAL_LENGTH * (cameraHeight - heights[i]) / z) * frame.side();
      if (row >= top) {
        previous = null;
        continue;
      }
      double pitch = z / (FOCAL_LENGTH * frame.side());
      double slopeX = (heights[i] - left[i]) / pitch;
      double slopeZ =
          (heights[i + 1] - heights[i]) / (z * (STEP - 1)) - slopeX * across(column, frame);
      Rgb colour = ground.colour(z * across(column, frame), z, heights[i], slopeX, slopeZ);
      fill(frame, column, Math.max(0, row), top, colour, previous == null ? colour : previous);
      previous = colour;
      top = row;
    }
  }

  /** Fills the rows from {@code to} (above) to {@code from} (below), fading between two colours. */
  private static void fill(Frame frame, int column, double to, double from, Rgb above, Rgb below) {
    int first = (int) Math.ceil(to - 0.5);
    for (int row = first; row < Math.min(frame.side(), Math.ceil(from - 0.5)); row++) {
      double share = (from - row - 0.5) / (from - to);
      frame.set(column, Math.max(0, row), below.mix(above, Curves.clamp(share)));
    }
  }
}
