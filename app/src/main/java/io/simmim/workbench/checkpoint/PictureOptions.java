package io.simmim.workbench.checkpoint;

import io.simmim.core.portrait.PatchFilters;

/**
 * How the picture of a tensor is to be drawn; what does not concern a picture is ignored.
 *
 * @param order of filters
 * @param ownScales whether each filter or head has its own range of colours
 * @param magnitude whether distances from 0 are drawn instead of values
 * @param place which place of the image all others are compared with
 */
public record PictureOptions(
    PatchFilters.Order order, boolean ownScales, boolean magnitude, Place place) {

  /** A place of the grid of patches; counted from 0. */
  public record Place(int row, int column) {

    /** The middle, wherever that is. */
    static final Place MIDDLE = new Place(-1, -1);

    Place within(int side) {
      return row < 0 || row >= side || column < 0 || column >= side
          ? new Place(side / 2, side / 2)
          : this;
    }
  }

  /** Filters as stored, one scale, signed values. */
  public static final PictureOptions INITIAL =
      new PictureOptions(PatchFilters.Order.STORED, false, false, Place.MIDDLE);

  public PictureOptions withStrongestFirst(boolean strongestFirst) {
    PatchFilters.Order other = strongestFirst ? PatchFilters.Order.NORM : PatchFilters.Order.STORED;
    return new PictureOptions(other, ownScales, magnitude, place);
  }

  public PictureOptions withOwnScales(boolean own) {
    return new PictureOptions(order, own, magnitude, place);
  }

  public PictureOptions withMagnitude(boolean distances) {
    return new PictureOptions(order, ownScales, distances, place);
  }

  public PictureOptions withPlace(Place other) {
    return new PictureOptions(order, ownScales, magnitude, other);
  }
}
