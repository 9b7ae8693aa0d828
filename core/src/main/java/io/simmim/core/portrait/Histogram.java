package io.simmim.core.portrait;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.inspect.Values;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How many finite values of a tensor lie where. Bin i holds values from its lower edge up to, but
 * without, its upper one; only the last bin holds its upper edge too.
 *
 * @param edges round numbers in ascending order, one more than there are bins
 * @param counts of each bin
 * @param below finite values under the first edge
 * @param above finite values over the last edge
 */
public record Histogram(List<Double> edges, List<Long> counts, long below, long above) {

  private static final int MOST_BINS = 100;
  private static final double ONE_VALUE = 1e-12;

  public Histogram {
    edges = List.copyOf(edges);
    counts = List.copyOf(counts);
    if (edges.size() != counts.size() + 1) {
      throw new IllegalArgumentException(
          "expected one edge more than bins, got " + edges.size() + " and " + counts.size());
    }
  }

  /**
   * Counts the values between two bounds, and those outside. Reads the tensor once, piece by piece.
   *
   * @param low finite
   * @param high finite and at least {@code low}
   */
  static Histogram of(TensorData tensor, double low, double high) {
    Bins bins = Bins.over(low, high, !tensor.type().isFloat());
    Values values = new Values(tensor);
    for (int count = values.read(); count > 0; count = values.read()) {
      bins.add(values.piece(), count);
    }
    return bins.histogram();
  }

  /** Number of bins. */
  public int bins() {
    return counts.size();
  }

  /** Largest count of a bin. */
  public long highest() {
    return counts.stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** Index of the bin that holds a value; -1 when it lies outside. */
  public int bin(double value) {
    int last = bins() - 1;
    if (!(value >= edges.get(0) && value <= edges.get(last + 1))) {
      return -1;
    }
    int at = 0;
    while (at < last && value >= edges.get(at + 1)) {
      at++;
    }
    return at;
  }

  /** Counts while a tensor passes by. */
  private static final class Bins {

    private final BinWidth width;
    private final long first;
    private final double low;
    private final double high;
    private final long[] counts;
    private long below;
    private long above;

    private Bins(BinWidth width, long first, long last) {
      this.width = width;
      this.first = first;
      low = width.edge(first);
      high = width.edge(last + 1);
      counts = new long[(int) (last - first + 1)];
    }

    static Bins over(double low, double high, boolean whole) {
      double size = Math.max(Math.abs(low), Math.abs(high));
      // A single value stands in the middle of a range of its own size.
      boolean single = high - low <= ONE_VALUE * size || high - low < Float.MIN_VALUE;
      double air = single ? Math.max(size, whole ? 2 : ONE_VALUE) / 4 : 0;
      BinWidth width = BinWidth.dividing(high - low + 2 * air, MOST_BINS);
      if (whole && width.exponent() < 0) {
        width = new BinWidth(1, 0);
      }
      long first = width.at(low - air);
      long last = width.at(high + air);
      boolean onEdge = width.edge(last) == high && last > first && !whole;
      return new Bins(width, first, onEdge ? last - 1 : last);
    }

    void add(double[] values, int length) {
      for (int i = 0; i < length; i++) {
        double value = values[i];
        if (value >= low && value <= high) {
          int bin = (int) (width.at(value) - first);
          counts[Math.min(bin, counts.length - 1)]++;
        } else if (Double.isFinite(value)) {
          below += value < low ? 1 : 0;
          above += value > high ? 1 : 0;
        }
      }
    }

    Histogram histogram() {
      List<Double> edges =
          LongStream.rangeClosed(first, first + counts.length).mapToObj(width::edge).toList();
      return new Histogram(edges, Arrays.stream(counts).boxed().toList(), below, above);
    }
  }
}
