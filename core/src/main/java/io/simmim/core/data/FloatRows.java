package io.simmim.core.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Direct memory for a batch of float32 samples, in native byte order.
 *
 * @param memory all rows
 * @param perRow values of one sample
 */
record FloatRows(ByteBuffer memory, int perRow) {

  static FloatRows allocate(int rows, int perRow) {
    long bytes = (long) rows * perRow * Float.BYTES;
    return new FloatRows(
        ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.nativeOrder()), perRow);
  }

  FloatBuffer row(int row) {
    return memory.asFloatBuffer().slice(row * perRow, perRow);
  }

  /** The memory of the first rows. */
  ByteBuffer first(int rows) {
    return memory.slice(0, rows * perRow * Float.BYTES).order(ByteOrder.nativeOrder());
  }

  /** Moves a sample to another row. */
  void move(int from, int to) {
    row(to).put(row(from));
  }
}
