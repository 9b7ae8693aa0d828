package io.simmim.core.data;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The memory of one labelled batch; threads may write different rows at the same time. */
final class LabelledBuffers {

  private static final int ABSENT = -1;

  private final SampleShape shape;
  private final FloatRows pixels;
  private final Optional<FloatRows> targets;
  private final int[] labels;
  private final int[] indices;
  private int size;

  /**
   * @param classes of one sample's soft targets; 0 for a batch without
   */
  LabelledBuffers(int batchSize, SampleShape shape, int classes) {
    this.shape = shape;
    this.pixels = FloatRows.allocate(batchSize, shape.values());
    this.targets =
        classes == 0 ? Optional.empty() : Optional.of(FloatRows.allocate(batchSize, classes));
    this.labels = new int[batchSize];
    this.indices = new int[batchSize];
  }

  SampleShape shape() {
    return shape;
  }

  FloatRows pixels() {
    return pixels;
  }

  Optional<FloatRows> targets() {
    return targets;
  }

  /** Labels of the rows that are left after {@link #gather}. */
  int[] labels() {
    return Arrays.copyOf(labels, size);
  }

  /** Where to write the pixels of a row. */
  FloatBuffer row(int row, int index, int label) {
    indices[row] = index;
    labels[row] = label;
    return pixels.row(row);
  }

  /** Nothing belongs into a row. */
  void leaveOut(int row) {
    indices[row] = ABSENT;
  }

  /** Closes the gaps among the first rows, keeping their order. */
  void gather(int rows) {
    size = 0;
    for (int row = 0; row < rows; row++) {
      if (indices[row] == ABSENT) {
        continue;
      }
      if (row > size) {
        pixels.move(row, size);
        indices[size] = indices[row];
        labels[size] = labels[row];
      }
      size++;
    }
  }

  /** The gathered rows; empty when there is none. */
  Optional<LabelledBatch> asBatch(int step) {
    return size == 0
        ? Optional.empty()
        : Optional.of(
            new LabelledBatch(
                pixels.first(size),
                targets.map(rows -> rows.first(size)),
                labels(),
                Arrays.copyOf(indices, size),
                step));
  }
}
