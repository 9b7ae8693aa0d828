package io.simmim.core.portrait;

import io.simmim.core.checkpoint.TensorData;
import java.util.List;
import java.util.Optional;

/**
 * The small network that gives Swin V2 its relative position bias: two layers with a ReLU between
 * them on log-spaced offsets, then 16 * sigmoid (Swin V2 paper, continuous relative position bias).
 */
final class LogPositionNetwork {

  private static final int AXES = 2;
  private static final double MAX_BIAS = 16;
  private static final double REACH = 8;

  // Some thirty times what the largest published model needs.
  private static final double MOST_PRODUCTS = 1e9;
  private static final double MOST_BIASES = 1 << 22;

  private final double[] hiddenWeight; // [H, 2]
  private final double[] hiddenBias; // [H]
  private final double[] outWeight; // [heads, H]
  private final int heads;

  private LogPositionNetwork(TensorData weight, TensorData bias, TensorData out) {
    hiddenWeight = weight.doubles();
    hiddenBias = bias.doubles();
    outWeight = out.doubles();
    heads = Math.toIntExact(out.shape().get(0));
  }

  /**
   * From {@code cpb_mlp.0.weight} [H, 2], {@code cpb_mlp.0.bias} [H] and {@code cpb_mlp.2.weight}
   * [heads, H]; empty when one is null or of another shape.
   */
  static Optional<LogPositionNetwork> of(TensorData weight, TensorData bias, TensorData out) {
    if (weight == null || bias == null || out == null || bias.shape().size() != 1) {
      return Optional.empty();
    }
    long width = bias.elements();
    boolean fits =
        weight.shape().equals(List.of(width, (long) AXES))
            && out.shape().size() == 2
            && out.shape().get(1) == width
            && out.elements() > 0
            && out.elements() <= MOST_BIASES;
    return fits ? Optional.of(new LogPositionNetwork(weight, bias, out)) : Optional.empty();
  }

  /**
   * The bias over the file's own {@code relative_coords_table}, [1, span, span, 2]; empty when that
   * is larger than any model's.
   */
  Optional<PositionBias> bias(TensorData coordinates) {
    long span = coordinates.shape().get(1);
    return isAffordable(span)
        ? Optional.of(bias((int) span, coordinates.doubles()))
        : Optional.empty();
  }

  /**
   * The bias inside windows of that side, if the model was never trained with another one; empty
   * when they are larger than any model's.
   */
  Optional<PositionBias> bias(int window) {
    long span = 2L * window - 1;
    return isAffordable(span)
        ? Optional.of(bias((int) span, coordinates(window)))
        : Optional.empty();
  }

  private boolean isAffordable(long span) {
    double offsets = (double) span * span;
    return offsets * heads <= MOST_BIASES && offsets * outWeight.length <= MOST_PRODUCTS;
  }

  private PositionBias bias(int span, double[] coordinates) {
    double[][] table = new double[span * span][];
    for (int row = 0; row < table.length; row++) {
      table[row] = perHead(coordinates[row * AXES], coordinates[row * AXES + 1]);
    }
    return PositionBias.of(span, heads, (row, head) -> table[row][head], Optional.empty());
  }

  private double[] perHead(double down, double right) {
    int width = hiddenBias.length;
    double[] sums = new double[heads];
    for (int i = 0; i < width; i++) {
      double hidden =
          hiddenWeight[i * AXES] * down + hiddenWeight[i * AXES + 1] * right + hiddenBias[i];
      for (int head = 0; head < heads; head++) {
        sums[head] += outWeight[head * width + i] * Math.max(0, hidden);
      }
    }
    for (int head = 0; head < heads; head++) {
      sums[head] = MAX_BIAS / (1 + Math.exp(-sums[head]));
    }
    return sums;
  }

  // sign(t) * log2(|t| + 1) / log2(8) with t = 8 * offset / (window - 1), rows before columns.
  private static double[] coordinates(int window) {
    int span = 2 * window - 1;
    double[] result = new double[span * span * AXES];
    for (int i = 0; i < span * span; i++) {
      result[i * AXES] = logSpaced(i / span - window + 1, window);
      result[i * AXES + 1] = logSpaced(i % span - window + 1, window);
    }
    return result;
  }

  private static double logSpaced(int offset, int window) {
    double t = window == 1 ? 0 : offset * REACH / (window - 1);
    return Math.signum(t) * Math.log1p(Math.abs(t)) / Math.log(8);
  }
}
