package io.simmim.core.image;

/**
 * Between the sixteen nearest pixels by cubic convolution with a = -1, unlike the resize; beyond
 * the border its pixels repeat. Values are cut off.
 */
record BicubicSampler(RgbImage image) implements PixelSampler {

  private static final int MAX = 255;

  @Override
  public void sample(double x, double y, byte[] out, int at) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double dx = x - column;
    double dy = y - row;
    int x0 = image.offset(0, column - 1);
    int x1 = image.offset(0, column);
    int x2 = image.offset(0, column + 1);
    int x3 = image.offset(0, column + 2);
    for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
      int y1 = image.offset(row, 0) + channel;
      double value = along(y1, x0, x1, x2, x3, dx);
      // On a row of pixels the others count nothing: half of the operations move along rows only.
      if (dy != 0) {
        double above = along(image.offset(row - 1, 0) + channel, x0, x1, x2, x3, dx);
        double below = along(image.offset(row + 1, 0) + channel, x0, x1, x2, x3, dx);
        double second = along(image.offset(row + 2, 0) + channel, x0, x1, x2, x3, dx);
        value = cubic(above, value, below, second, dy);
      }
      out[at + channel] = (byte) Math.max(0, Math.min(MAX, value));
    }
  }

  private double along(int rowAt, int x0, int x1, int x2, int x3, double dx) {
    byte[] rgb = image.rgb();
    return cubic(
        rgb[rowAt + x0] & 0xff,
        rgb[rowAt + x1] & 0xff,
        rgb[rowAt + x2] & 0xff,
        rgb[rowAt + x3] & 0xff,
        dx);
  }

  private static double cubic(double v1, double v2, double v3, double v4, double d) {
    double p2 = v3 - v1;
    double p3 = 2 * (v1 - v2) + v3 - v4;
    double p4 = v2 - v1 - v3 + v4;
    return v2 + d * (p2 + d * (p3 + d * p4));
  }
}
