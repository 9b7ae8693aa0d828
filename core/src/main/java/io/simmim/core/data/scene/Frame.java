package io.simmim.core.data.scene;

/**
 * A square picture in linear light under way. Places are given in shares of the side: x to the
 * right and y down, both 0..1; so a scene looks the same at any size.
 */
final class Frame {

  /** The colour at a place. */
  interface Shader {
    Rgb at(double x, double y);
  }

  private final int side;
  private final float[] light;

  Frame(int side) {
    this.side = side;
    this.light = new float[side * side * 3];
  }

  int side() {
    return side;
  }

  /** The place of a row or column of pixels. */
  double place(int pixel) {
    return (pixel + 0.5) / side;
  }

  /** The row or column of pixels at a place, kept inside the frame. */
  int pixel(double place) {
    return Math.max(0, Math.min(side - 1, (int) Math.floor(place * side)));
  }

  Rgb get(int column, int row) {
    int at = (row * side + column) * 3;
    return new Rgb(light[at], light[at + 1], light[at + 2]);
  }

  void set(int column, int row, Rgb colour) {
    int at = (row * side + column) * 3;
    light[at] = (float) colour.r();
    light[at + 1] = (float) colour.g();
    light[at + 2] = (float) colour.b();
  }

  /** Covers a pixel with a share 0..1 of a colour. */
  void blend(int column, int row, Rgb colour, double share) {
    if (share >= 1) {
      set(column, row, colour);
    } else if (share > 0) {
      set(column, row, get(column, row).mix(colour, share));
    }
  }

  /** The colour at a place, interpolated between pixels; the border continues outside. */
  Rgb sample(double x, double y) {
    double column = Math.max(0, Math.min(side - 1.001, x * side - 0.5));
    double row = Math.max(0, Math.min(side - 1.001, y * side - 0.5));
    int c = (int) column;
    int r = (int) row;
    Rgb top = get(c, r).mix(get(c + 1, r), column - c);
    Rgb bottom = get(c, r + 1).mix(get(c + 1, r + 1), column - c);
    return top.mix(bottom, row - r);
  }

  /** Computes every pixel of the rows between two places. */
  void shade(double top, double bottom, Shader shader) {
    int end = (int) Math.round(Math.min(1, bottom) * side);
    for (int row = (int) Math.round(Math.max(0, top) * side); row < end; row++) {
      for (int column = 0; column < side; column++) {
        set(column, row, shader.at(place(column), place(row)));
      }
    }
  }

  /** As {@link #shade}, computed at a quarter of the pixels: for what is smooth, such as a sky. */
  void shadeSmooth(double top, double bottom, Shader shader) {
    int first = (int) Math.round(Math.max(0, top) * side) / 2;
    int end = (int) Math.ceil(Math.min(1, bottom) * side / 2);
    Rgb[] above = coarseRow(first, shader);
    for (int coarse = first; coarse < end; coarse++) {
      Rgb[] below = coarseRow(coarse + 1, shader);
      for (int half = 0; half < 2 && 2 * coarse + half < side; half++) {
        for (int column = 0; column < side; column++) {
          int c = column / 2;
          double across = column % 2 * 0.5;
          Rgb over = above[c].mix(above[c + 1], across);
          Rgb under = below[c].mix(below[c + 1], across);
          set(column, 2 * coarse + half, over.mix(under, half * 0.5));
        }
      }
      above = below;
    }
  }

  private Rgb[] coarseRow(int coarse, Shader shader) {
    Rgb[] row = new Rgb[(side + 1) / 2 + 1];
    for (int c = 0; c < row.length; c++) {
      row[c] = shader.at(place(2 * c), place(2 * coarse));
    }
    return row;
  }
}
