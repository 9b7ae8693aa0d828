package io.simmim.core.inspect;

import io.simmim.core.checkpoint.TensorBytes;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.fault.CheckpointException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the values of a tensor look like.
 *
 * @param min of the finite values; NaN when there are none, as for the next two
 * @param std from the mean of the finite values, divided by their number - 1 as {@code torch.std};
 *     NaN below two values
 * @param nans number of values that are not a number
 * @param infinities number of infinite values
 */
public record TensorStats(
    double min, double mean, double max, double std, long nans, long infinities) {

  /** Reads all values. */
  public static TensorStats of(TensorData tensor) {
    Sums sums = new Sums();
    Values values = new Values(tensor);
    for (int count = values.read(); count > 0; count = values.read()) {
      sums.add(values.piece(), count);
    }
    return sums.stats();
  }

  /**
   * The statistics of many tensors, on all cores, in the order of {@code tensors}.
   *
   * @throws CheckpointException when their file ends meanwhile
   */
  public static Map<String, TensorStats> of(Map<String, TensorData> tensors)
      throws CheckpointException {
    try {
      return measure(tensors);
    } catch (UncheckedIOException e) {
      throw TensorBytes.refusal(e);
    }
  }

  private static Map<String, TensorStats> measure(Map<String, TensorData> tensors) {
    Map<String, TensorStats> all = new LinkedHashMap<>();
    tensors.entrySet().parallelStream()
        .map(entry -> Map.entry(entry.getKey(), of(entry.getValue())))
        .forEachOrdered(entry -> all.put(entry.getKey(), entry.getValue()));
    return all;
  }

  /** Sums of differences from the first value, which keeps them small. */
  private static final class Sums {
    private double origin = Double.NaN;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double sum;
    private double squares;
    private long count;
    private long nans;
    private long infinities;

    void add(double[] values, int length) {
      for (int i = 0; i < length; i++) {
        double value = values[i];
        if (Double.isFinite(value)) {
          addFinite(value);
        } else if (Double.isNaN(value)) {
          nans++;
        } else {
          infinities++;
        }
      }
    }

    private void addFinite(double value) {
      origin = count == 0 ? value : origin;
      double difference = value - origin;
      min = Math.min(min, value);
      max = Math.max(max, value);
      sum += difference;
      squares += difference * difference;
      count++;
    }

    TensorStats stats() {
      if (count == 0) {
        return new TensorStats(Double.NaN, Double.NaN, Double.NaN, Double.NaN, nans, infinities);
      }
      double spread = Math.max(0, squares - sum * sum / count);
      double std = count < 2 ? Double.NaN : Math.sqrt(spread / (count - 1));
      return new TensorStats(min, origin + sum / count, max, std, nans, infinities);
    }
  }
}
