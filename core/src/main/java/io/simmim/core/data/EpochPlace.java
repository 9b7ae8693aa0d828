package io.simmim.core.data;

/**
 * Where an image comes in an epoch.
 *
 * @param seed of the run
 * @param epoch from 0
 * @param order [n] indices of the images in the order in which the epoch visits them
 * @param position of the image in that order
 */
record EpochPlace(long seed, int epoch, int[] order, int position) {

  static EpochPlace of(long seed, int epoch, int images, int index) {
    int[] order = SampleRandom.order(seed, epoch, images);
    int position = 0;
    while (order[position] != index) {
      position++;
    }
    return new EpochPlace(seed, epoch, order, position);
  }

  /** The place of another position in the same epoch. */
  EpochPlace at(int other) {
    return new EpochPlace(seed, epoch, order, other);
  }
}
