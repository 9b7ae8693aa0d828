package io.simmim.core.data;

import java.util.random.RandomGenerator;

/**
 * The box of another image that cutmix pastes: rows {@code top} to {@code bottom - 1}, columns
 * {@code left} to {@code right - 1}.
 */
record CutBox(int top, int bottom, int left, int right) {

  /**
   * The box of area share 1 - lam about a centre, cut off at the image's borders (timm {@code
   * rand_bbox}).
   */
  static CutBox about(int row, int column, SampleShape shape, double lam) {
    double side = Math.sqrt(1 - lam);
    int halfHeight = (int) (shape.height() * side) / 2;
    int halfWidth = (int) (shape.width() * side) / 2;
    return new CutBox(
        Math.max(0, row - halfHeight),
        Math.min(shape.height(), row + halfHeight),
        Math.max(0, column - halfWidth),
        Math.min(shape.width(), column + halfWidth));
  }

  /**
   * A box inside the image with sides from min to max of its own (timm {@code rand_bbox_minmax}).
   */
  static CutBox between(double min, double max, SampleShape shape, RandomGenerator rng) {
    int height = side(shape.height(), min, max, rng);
    int width = side(shape.width(), min, max, rng);
    int top = rng.nextInt(Math.max(1, shape.height() - height));
    int left = rng.nextInt(Math.max(1, shape.width() - width));
    return new CutBox(top, top + height, left, left + width);
  }

  private static int side(int whole, double min, double max, RandomGenerator rng) {
    int smallest = (int) (whole * min);
    return smallest + rng.nextInt(Math.max(1, (int) (whole * max) - smallest));
  }

  /** Share of the image outside the box, in 0..1: lam as it really is. */
  double outside(SampleShape shape) {
    return 1 - (double) (bottom - top) * (right - left) / shape.plane();
  }
}
