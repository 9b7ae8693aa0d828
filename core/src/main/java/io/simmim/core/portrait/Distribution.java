package io.simmim.core.portrait;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.inspect.TensorStats;
import java.util.Optional;

/**
 * Where the values of a tensor lie.
 *
 * @param all over all finite values
 * @param middle over the inner 99.8 % of them, where a few far ones would press all others into a
 *     few bins of {@code all}
 */
public record Distribution(Histogram all, Optional<Histogram> middle) {

  private static final double TAIL = 0.001;
  private static final double MUCH_NARROWER = 0.5;

  /** Empty when no value is finite. Reads the tensor up to three times, piece by piece. */
  static Optional<Distribution> of(TensorData tensor, TensorStats stats) {
    double span = stats.max() - stats.min();
    if (!Double.isFinite(span)) {
      return Optional.empty();
    }
    Histogram all = Histogram.of(tensor, stats.min(), stats.max());
    return Optional.of(new Distribution(all, middle(tensor, stats, span)));
  }

  private static Optional<Histogram> middle(TensorData tensor, TensorStats stats, double span) {
    if (!tensor.type().isFloat() || tensor.elements() <= 1 / TAIL || span > Float.MAX_VALUE) {
      return Optional.empty();
    }
    Quantiles quantiles = Quantiles.of(tensor);
    double low = Math.max(stats.min(), quantiles.atMost(TAIL));
    double high = Math.min(stats.max(), quantiles.atLeast(1 - TAIL));
    return high - low < MUCH_NARROWER * span && low < high
        ? Optional.of(Histogram.of(tensor, low, high))
        : Optional.empty();
  }
}
