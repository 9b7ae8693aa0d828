package io.simmim.core.mask;

/**
 * The exact Euclidean distance transform in linear time (Felzenszwalb and Huttenlocher, "Distance
 * transforms of sampled functions", 2012): along the columns first, then along the rows, each time
 * as the lower envelope of parabolas.
 */
final class DistanceTransform {

  /** Starts of the parabolas that form the envelope, and where each begins to be the lowest. */
  private final int[] vertices;

  private final double[] starts;

  private DistanceTransform(int longest) {
    this.vertices = new int[longest];
    this.starts = new double[longest];
  }

  /**
   * Squared distances of a mask with something visible.
   *
   * @return [height * width] pixels, row-major; 0 for a visible pixel
   */
  static double[] of(PatchMask mask, int patchSize) {
    int height = mask.height() * patchSize;
    int width = mask.width() * patchSize;
    double[] squared = new double[height * width];
    for (int i = 0; i < squared.length; i++) {
      boolean hidden = mask.hidden(i / width / patchSize, i % width / patchSize);
      squared[i] = hidden ? Double.POSITIVE_INFINITY : 0;
    }
    DistanceTransform transform = new DistanceTransform(Math.max(height, width));
    for (int column = 0; column < width; column++) {
      transform.line(squared, column, width, height);
    }
    for (int row = 0; row < height; row++) {
      transform.line(squared, row * width, 1, width);
    }
    return squared;
  }

  /** Replaces each value of a line by the smallest of value + squared distance along the line. */
  private void line(double[] values, int start, int stride, int length) {
    double[] line = new double[length];
    for (int i = 0; i < length; i++) {
      line[i] = values[start + i * stride];
    }
    int parabolas = envelope(line);
    for (int i = 0, lowest = 0; i < length && parabolas > 0; i++) {
      while (lowest < parabolas - 1 && starts[lowest + 1] < i) {
        lowest++;
      }
      double away = i - vertices[lowest];
      values[start + i * stride] = away * away + line[vertices[lowest]];
    }
  }

  /** Finds the parabolas that are the lowest somewhere, and returns their number. */
  private int envelope(double[] line) {
    int count = 0;
    for (int i = 0; i < line.length; i++) {
      if (line[i] == Double.POSITIVE_INFINITY) {
        continue;
      }
      while (count > 0 && crossing(line, vertices[count - 1], i) <= starts[count - 1]) {
        count--;
      }
      starts[count] =
          count == 0 ? Double.NEGATIVE_INFINITY : crossing(line, vertices[count - 1], i);
      vertices[count] = i;
      count++;
    }
    return count;
  }

  /** Where the parabola with the vertex at {@code right} gets below that at {@code left}. */
  private static double crossing(double[] line, int left, int right) {
    double rightSum = line[right] + (double) right * right;
    double leftSum = line[left] + (double) left * left;
    return (rightSum - leftSum) / (2.0 * (right - left));
  }
}
