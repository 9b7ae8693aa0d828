package io.simmim.core.pretrained;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.config.ModelType;
import java.util.List;

/**
 * Decides whether a stored tensor can become a certain tensor of a model, and makes it so when only
 * the grid of positions has another size. Tables of relative positions follow SimMIM's {@code
 * utils.py}; absolute position embeddings, on which the official code fails, are resized as is
 * usual for ViT.
 */
final class TensorFit {

  private static final String RELATIVE = "relative_position_bias_table";
  private static final int VIT_EXTRA_ROWS = 3; // class token to patch, back, and to itself
  private static final int SPLINE_POINTS = 4;

  private final ModelType family;

  TensorFit(ModelType family) {
    this.family = family;
  }

  /** The outcome of {@link #fit}. */
  sealed interface Outcome {

    /** It fits as it is. */
    record Same(TensorData data) implements Outcome {}

    /** It fits after resizing; {@code how} completes "resized ...". */
    record Resized(TensorData data, String how) implements Outcome {}

    /** It does not fit; {@code why} is a clause. */
    record Refused(String why) implements Outcome {}
  }

  Outcome fit(String name, TensorData data, TargetModel.Tensor wanted) {
    boolean converted = wanted.type() == ScalarType.FLOAT32 && data.type().isFloat();
    if (data.type() != wanted.type() && !converted) {
      return new Outcome.Refused("it is %s, the model's %s".formatted(data.type(), wanted.type()));
    }
    if (data.shape().equals(wanted.shape())) {
      return new Outcome.Same(data);
    }
    if (converted && name.endsWith(RELATIVE)) {
      return relative(data, wanted.shape());
    }
    if (converted && name.equals("pos_embed")) {
      return absolute(data, wanted.shape(), 1);
    }
    if (converted && name.equals("absolute_pos_embed")) {
      return absolute(data, wanted.shape(), 0);
    }
    return shapes(data, wanted.shape());
  }

  private Outcome relative(TensorData data, List<Long> wanted) {
    int extra = family == ModelType.VIT ? VIT_EXTRA_ROWS : 0;
    int source = side(data.shape(), 2, extra);
    int target = side(wanted, 2, extra);
    if (source % 2 == 0 || target % 2 == 0) {
      return shapes(data, wanted);
    }
    if (!data.shape().get(1).equals(wanted.get(1))) {
      return new Outcome.Refused(
          "its number of attention heads is %d, the model's %d"
              .formatted(data.shape().get(1), wanted.get(1)));
    }
    double[][] weights =
        NotAKnotSpline.weights(
            GeometricPositions.of(source, target), GeometricPositions.integers(target));
    String method = source < SPLINE_POINTS ? tooSmall(source) : "bicubic splines";
    return new Outcome.Resized(
        new SquareGrid(data, source, extra, false).resized(weights),
        "%s at geometric positions".formatted(grids(source, target) + " by " + method));
  }

  private static String tooSmall(int side) {
    return side == 1
        ? "repetition, as one row has no slope,"
        : "parabolas, as three rows bear no spline,";
  }

  private static Outcome absolute(TensorData data, List<Long> wanted, int classTokens) {
    int source = side(data.shape(), 3, classTokens);
    int target = side(wanted, 3, classTokens);
    if (source < 1 || target < 1 || !data.shape().get(2).equals(wanted.get(2))) {
      return shapes(data, wanted);
    }
    return new Outcome.Resized(
        new SquareGrid(data, source, classTokens, true).resized(BicubicWeights.of(source, target)),
        grids(source, target) + " bicubically");
  }

  private static String grids(int source, int target) {
    return "from %d x %d to %d x %d".formatted(source, source, target, target);
  }

  private static Outcome shapes(TensorData data, List<Long> wanted) {
    return new Outcome.Refused("it is " + data.shape() + ", the model's " + wanted);
  }

  /** Side of a square grid on the last axis but one; 0 when the tensor holds none. */
  private static int side(List<Long> shape, int axes, int extra) {
    if (shape.size() != axes) {
      return 0;
    }
    long vectors = shape.get(axes - 2) - extra;
    long side = Math.round(Math.sqrt(Math.max(0, vectors)));
    return side * side == vectors ? Math.toIntExact(side) : 0;
  }
}
