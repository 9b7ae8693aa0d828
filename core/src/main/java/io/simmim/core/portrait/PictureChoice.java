package io.simmim.core.portrait;

import io.simmim.core.checkpoint.TensorData;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Chooses by name and shape how a tensor is drawn; what fits nothing better is a heat map. */
final class PictureChoice {

  private static final String FILTERS = "patch_embed.proj.weight";
  private static final String POSITIONS = "pos_embed";
  private static final String TABLE = "relative_position_bias_table";
  private static final String COORDINATES = "relative_coords_table";
  private static final String INDEX = "relative_position_index";
  private static final String NETWORK = "cpb_mlp.";
  private static final int ASSUMED_WINDOW = 8; // that of Swin V2 at its first size, 256 pixels
  private static final int MOST_STACKED = 256;
  private static final int LARGEST_STACKED = 64;
  private static final int LONGEST_VECTOR = 1 << 16;

  /**
   * More than any real tensor has that is drawn value by value; a name alone may not fill memory.
   */
  private static final int MOST_VALUES = 1 << 24;

  private final Function<String, TensorData> tensors;

  PictureChoice(Function<String, TensorData> tensors) {
    this.tensors = tensors;
  }

  /** The tensor must be of numbers. */
  TensorPicture of(String name, TensorData tensor) {
    if (tensor.elements() <= 1) {
      return new TensorPicture.None();
    }
    Optional<TensorPicture> special =
        tensor.elements() <= MOST_VALUES ? special(name, tensor) : Optional.empty();
    return special.orElseGet(() -> byShape(tensor));
  }

  private Optional<TensorPicture> special(String name, TensorData tensor) {
    if (name.endsWith(TABLE)) {
      return PositionBias.ofTable(tensor)
          .map(bias -> new TensorPicture.Bias(bias, OptionalInt.empty()));
    }
    if (name.contains(NETWORK)) {
      return network(name.substring(0, name.indexOf(NETWORK)));
    }
    if (name.endsWith(COORDINATES) && isCoordinates(tensor)) {
      return Optional.of(offsets(tensor));
    }
    if (name.endsWith(POSITIONS)) {
      return PositionEmbedding.of(tensor).map(TensorPicture.Positions::new);
    }
    return name.endsWith(FILTERS) && isFilters(tensor.shape())
        ? Optional.of(new TensorPicture.Filters(PatchFilters.of(tensor)))
        : Optional.empty();
  }

  private static boolean isFilters(List<Long> shape) {
    return shape.size() == 4 && shape.get(2).equals(shape.get(3));
  }

  private Optional<TensorPicture> network(String attention) {
    return LogPositionNetwork.of(
            tensors.apply(attention + NETWORK + "0.weight"),
            tensors.apply(attention + NETWORK + "0.bias"),
            tensors.apply(attention + NETWORK + "2.weight"))
        .flatMap(network -> bias(network, attention));
  }

  private Optional<TensorPicture> bias(LogPositionNetwork network, String attention) {
    TensorData coordinates = tensors.apply(attention + COORDINATES);
    if (coordinates != null && isCoordinates(coordinates)) {
      return network
          .bias(coordinates)
          .map(bias -> new TensorPicture.Bias(bias, OptionalInt.empty()));
    }
    int window = window(tensors.apply(attention + INDEX));
    OptionalInt assumed = window > 0 ? OptionalInt.empty() : OptionalInt.of(ASSUMED_WINDOW);
    return network.bias(assumed.orElse(window)).map(bias -> new TensorPicture.Bias(bias, assumed));
  }

  /** Side of the window whose pairs of tokens [w^2, w^2] are numbered; 0 when not known. */
  private static int window(TensorData index) {
    long tokens = index == null || index.shape().size() != 2 ? 0 : index.shape().get(0);
    int window = (int) Math.round(Math.sqrt((double) tokens));
    return (long) window * window == tokens ? window : 0;
  }

  private static boolean isCoordinates(TensorData table) {
    List<Long> shape = table.shape();
    return table.elements() > 0
        && shape.size() == 4
        && shape.get(0) == 1
        && shape.get(1).equals(shape.get(2))
        && shape.get(1) % 2 == 1
        && shape.get(3) == 2;
  }

  private static TensorPicture offsets(TensorData table) {
    int span = Math.toIntExact(table.shape().get(1));
    double[] values = table.doubles();
    return new TensorPicture.Stack(
        List.of("rows", "columns"),
        IntStream.range(0, 2)
            .mapToObj(axis -> Grid.of(span, span, (r, c) -> values[(r * span + c) * 2 + axis]))
            .toList());
  }

  private static TensorPicture byShape(TensorData tensor) {
    List<Long> shape = tensor.shape().stream().filter(size -> size != 1).toList();
    boolean stacked =
        shape.size() == 3
            && shape.get(0) <= MOST_STACKED
            && shape.get(1) <= LARGEST_STACKED
            && shape.get(2) <= LARGEST_STACKED;
    if (stacked) {
      return stack(tensor, shape);
    }
    if (shape.size() == 1 && shape.get(0) <= LONGEST_VECTOR) {
      return new TensorPicture.Vector(Arrays.stream(tensor.doubles()).boxed().toList());
    }
    // A long vector is folded into rows of one length; more dimensions are written side by side.
    long rows = shape.size() == 1 ? divisor(shape.get(0)) : shape.get(0);
    return new TensorPicture.Matrix(HeatMap.of(tensor, rows, tensor.elements() / rows));
  }

  /** The largest divisor that is at most {@value HeatMap#MOST_CELLS}. */
  private static long divisor(long length) {
    long divisor = HeatMap.MOST_CELLS;
    while (length % divisor != 0) {
      divisor--;
    }
    return divisor;
  }

  private static TensorPicture stack(TensorData tensor, List<Long> shape) {
    int count = Math.toIntExact(shape.get(0));
    int rows = Math.toIntExact(shape.get(1));
    int columns = Math.toIntExact(shape.get(2));
    double[] values = tensor.doubles();
    return new TensorPicture.Stack(
        IntStream.range(0, count).mapToObj(i -> "[" + i + "]").toList(),
        IntStream.range(0, count)
            .mapToObj(i -> Grid.of(rows, columns, (r, c) -> values[(i * rows + r) * columns + c]))
            .toList());
  }
}
