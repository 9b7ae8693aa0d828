package io.simmim.core.data.scene;

/** Perlin's gradient noise and sums of it. Smooth, without a visible period. */
final class Noise {

  private static final int DIRECTION_BITS = 5;
  private static final int DIRECTION_SHIFT = Integer.SIZE - DIRECTION_BITS;
  private static final int DIRECTIONS = 1 << DIRECTION_BITS;
  private static final double[] COS = new double[DIRECTIONS];
  private static final double[] SIN = new double[DIRECTIONS];
  // Turning the plane between octaves hides the lattice.
  private static final double TURN_COS = 0.8 * 2;
  private static final double TURN_SIN = 0.6 * 2;

  static {
    for (int i = 0; i < DIRECTIONS; i++) {
      COS[i] = 1.5 * Math.cos(2 * Math.PI * i / DIRECTIONS);
      SIN[i] = 1.5 * Math.sin(2 * Math.PI * i / DIRECTIONS);
    }
  }

  private final int seed;

  Noise(long seed) {
    this.seed = (int) (seed ^ seed >>> 32);
  }

  /** A random number 0..1 that belongs to a cell. */
  double cell(int x, int y) {
    return (hash(x, y) >>> 8) * 0x1p-24;
  }

  private int hash(int x, int y) {
    int h = seed ^ x * 0x27d4eb2d ^ y * 0x165667b1;
    h = (h ^ h >>> 15) * 0x85ebca6b;
    h = (h ^ h >>> 13) * 0xc2b2ae35;
    return h ^ h >>> 16;
  }

  /** About -1..1, period of the order of 1. */
  double at(double x, double y) {
    int ix = (int) Math.floor(x);
    int iy = (int) Math.floor(y);
    double fx = x - ix;
    double fy = y - iy;
    double u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
    double v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
    double top = slope(ix, iy, fx, fy);
    top += u * (slope(ix + 1, iy, fx - 1, fy) - top);
    double bottom = slope(ix, iy + 1, fx, fy - 1);
    bottom += u * (slope(ix + 1, iy + 1, fx - 1, fy - 1) - bottom);
    return top + v * (bottom - top);
  }

  private double slope(int ix, int iy, double fx, double fy) {
    int h = seed ^ ix * 0x27d4eb2d ^ iy * 0x165667b1;
    int direction = (h ^ h >>> 15) * 0x85ebca6b >>> DIRECTION_SHIFT;
    return COS[direction] * fx + SIN[direction] * fy;
  }

  /** Fractal sum of octaves, about -1..1: clouds, stains, rough ground. */
  double fbm(double x, double y, int octaves) {
    double sum = 0;
    double weight = 0.5;
    for (int i = 0; i < octaves; i++) {
      sum += weight * at(x, y);
      double turned = TURN_COS * x - TURN_SIN * y + 17.3;
      y = TURN_SIN * x + TURN_COS * y - 9.1;
      x = turned;
      weight *= 0.5;
    }
    return sum;
  }

  /** Fractal sum with sharp crests, 0..1: mountains. */
  double ridged(double x, double y, int octaves) {
    double sum = 0;
    double weight = 0.5;
    double previous = 1;
    for (int i = 0; i < octaves; i++) {
      double crest = 1 - Math.abs(at(x, y));
      crest *= crest;
      sum += weight * crest * previous;
      previous = crest;
      double turned = TURN_COS * x - TURN_SIN * y + 17.3;
      y = TURN_SIN * x + TURN_COS * y - 9.1;
      x = turned;
      weight *= 0.5;
    }
    return sum;
  }
}
