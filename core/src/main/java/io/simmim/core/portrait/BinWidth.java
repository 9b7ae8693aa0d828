package io.simmim.core.portrait;

/**
 * A round distance between the edges of bins: 1, 2 or 5 times a power of ten.
 *
 * @param digit 1, 2 or 5
 */
record BinWidth(int digit, int exponent) {

  private static final int[] DIGITS = {1, 2, 5};

  /** The smallest round width that divides {@code span} into at most {@code most} parts. */
  static BinWidth dividing(double span, int most) {
    double least = span / most;
    int exponent =
        (int) Math.floor(Math.log10(least)) - 1; // one lower, as the logarithm is rounded
    while (true) {
      for (int digit : DIGITS) {
        BinWidth width = new BinWidth(digit, exponent);
        if (width.edge(1) >= least) {
          return width;
        }
      }
      exponent++;
    }
  }

  /** The edge number {@code n}; edge 0 is at 0. As near to the decimal number as can be. */
  double edge(long n) {
    double multiple = (double) n * digit;
    return exponent < 0 ? multiple / Math.pow(10, -exponent) : multiple * Math.pow(10, exponent);
  }

  /** The last edge that is not above {@code value}. */
  long at(double value) {
    long n = (long) Math.floor(value / edge(1));
    if (edge(n) > value) {
      return n - 1;
    }
    return edge(n + 1) <= value ? n + 1 : n;
  }
}
