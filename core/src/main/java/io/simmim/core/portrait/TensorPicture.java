package io.simmim.core.portrait;

import java.util.List;
import java.util.OptionalInt;

/** The picture that suits a tensor, as numbers. */
public sealed interface TensorPicture {

  /** Filters of the patch embedding. */
  record Filters(PatchFilters filters) implements TensorPicture {}

  /**
   * Relative position bias of every head.
   *
   * @param assumedWindow side of the window it is drawn for, where the file does not tell it
   */
  record Bias(PositionBias bias, OptionalInt assumedWindow) implements TensorPicture {}

  /** Vectors of the places of an image. */
  record Positions(PositionEmbedding embedding) implements TensorPicture {}

  /** A tensor with one dimension that is not 1. */
  record Vector(List<Double> values) implements TensorPicture {
    public Vector {
      values = List.copyOf(values);
    }
  }

  /** A matrix, or a tensor that is looked at as one. */
  record Matrix(HeatMap map) implements TensorPicture {}

  /**
   * Several small matrices of one size.
   *
   * @param names one for each
   */
  record Stack(List<String> names, List<Grid> grids) implements TensorPicture {
    public Stack {
      names = List.copyOf(names);
      grids = List.copyOf(grids);
    }
  }

  /** Nothing to draw: the tensor is empty, one number, or of values that are no numbers. */
  record None() implements TensorPicture {}
}
