package io.simmim.core.portrait;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.inspect.Values;

/**
 * Counts finite values in the 65,536 intervals that the upper half of a float32 tells apart, each
 * about 1/128 of its value wide. So any number of values of any size costs the same memory.
 */
final class Quantiles {

  private static final int INTERVALS = 1 << 16;
  private static final int LOWER_HALF = 16;

  private final long[] counts = new long[INTERVALS];
  private long total;

  private Quantiles() {}

  static Quantiles of(TensorData tensor) {
    Quantiles quantiles = new Quantiles();
    Values values = new Values(tensor);
    for (int count = values.read(); count > 0; count = values.read()) {
      for (int i = 0; i < count; i++) {
        quantiles.add((float) values.piece()[i]);
      }
    }
    return quantiles;
  }

  private void add(float value) {
    if (Float.isFinite(value)) {
      counts[ascending(Float.floatToRawIntBits(value)) >>> LOWER_HALF]++;
      total++;
    }
  }

  /** A number not above the value that {@code share} of all values lie below, near to it. */
  double atMost(double share) {
    return value(interval(share) << LOWER_HALF);
  }

  /** A number not below the value that {@code share} of all values lie below, near to it. */
  double atLeast(double share) {
    return value((interval(share) << LOWER_HALF) | (1 << LOWER_HALF) - 1);
  }

  private int interval(double share) {
    long wanted = Math.min((long) (share * total), total - 1);
    long seen = 0;
    for (int i = 0; i < INTERVALS; i++) {
      seen += counts[i];
      if (seen > wanted) {
        return i;
      }
    }
    throw new IllegalArgumentException("expected finite values, got none");
  }

  /** Bits of a float, changed so that as unsigned whole numbers they ascend with the value. */
  private static int ascending(int bits) {
    return bits < 0 ? ~bits : bits | Integer.MIN_VALUE;
  }

  private static double value(int ascending) {
    return Float.intBitsToFloat(ascending < 0 ? ascending & Integer.MAX_VALUE : ~ascending);
  }
}
