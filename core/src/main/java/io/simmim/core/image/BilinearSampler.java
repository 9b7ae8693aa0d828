package io.simmim.core.image;

/** Between the four nearest pixels; beyond the border its pixels repeat. Values are cut off. */
record BilinearSampler(RgbImage image) implements PixelSampler {

  @Override
  public void sample(double x, double y, byte[] out, int at) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double dx = x - column;
    double dy = y - row;
    byte[] rgb = image.rgb();
    int upper = image.offset(row, column);
    int upperRight = image.offset(row, column + 1);
    int lower = image.offset(row + 1, column);
    int lowerRight = image.offset(row + 1, column + 1);
    for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
      double above = between(rgb[upper + channel] & 0xff, rgb[upperRight + channel] & 0xff, dx);
      double below = between(rgb[lower + channel] & 0xff, rgb[lowerRight + channel] & 0xff, dx);
      out[at + channel] = (byte) between(above, below, dy);
    }
  }

  private static double between(double from, double to, double share) {
    return from + (to - from) * share;
  }
}
