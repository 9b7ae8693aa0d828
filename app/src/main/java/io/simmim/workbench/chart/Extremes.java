package io.simmim.workbench.chart;

/**
 * The lowest and the highest point of each block of a series, so that those of a long stretch are
 * found without looking at all of its points. Points whose y is not finite do not count.
 */
final class Extremes {

  private static final int BLOCK = 16;
  private static final int NONE = -1;

  private final Series series;
  private final int[] low;
  private final int[] high;

  Extremes(Series series) {
    this.series = series;
    int blocks = series.size() / BLOCK;
    low = new int[blocks];
    high = new int[blocks];
    for (int block = 0; block < blocks; block++) {
      low[block] = NONE;
      high[block] = NONE;
      for (int i = block * BLOCK; i < (block + 1) * BLOCK; i++) {
        low[block] = lower(low[block], i);
        high[block] = higher(high[block], i);
      }
    }
  }

  /** Index of the first of the lowest points from {@code start} to before {@code end}, or -1. */
  int lowest(int start, int end) {
    int best = NONE;
    int i = start;
    while (i < end) {
      boolean whole = i % BLOCK == 0 && i + BLOCK <= end;
      best = lower(best, whole ? low[i / BLOCK] : i);
      i += whole ? BLOCK : 1;
    }
    return best;
  }

  /** The same for the highest. */
  int highest(int start, int end) {
    int best = NONE;
    int i = start;
    while (i < end) {
      boolean whole = i % BLOCK == 0 && i + BLOCK <= end;
      best = higher(best, whole ? high[i / BLOCK] : i);
      i += whole ? BLOCK : 1;
    }
    return best;
  }

  private int lower(int best, int candidate) {
    boolean counts = candidate != NONE && Double.isFinite(series.y(candidate));
    return counts && (best == NONE || series.y(candidate) < series.y(best)) ? candidate : best;
  }

  private int higher(int best, int candidate) {
    boolean counts = candidate != NONE && Double.isFinite(series.y(candidate));
    return counts && (best == NONE || series.y(candidate) > series.y(best)) ? candidate : best;
  }
}
