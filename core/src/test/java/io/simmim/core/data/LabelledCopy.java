package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a labelled batch holds, copied because its memory is reused. */
record LabelledCopy(
    ByteBuffer pixels,
    Optional<ByteBuffer> targets,
    List<Integer> labels,
    List<Integer> indices,
    int step) {

  static LabelledCopy of(LabelledBatch batch) {
    return new LabelledCopy(
        copy(batch.pixelBytes()),
        Optional.ofNullable(batch.targetBytes()).map(LabelledCopy::copy),
        Arrays.stream(batch.labels()).boxed().toList(),
        Arrays.stream(batch.indices()).boxed().toList(),
        batch.step());
  }

  private static ByteBuffer copy(ByteBuffer buffer) {
    return ByteBuffer.allocate(buffer.remaining()).order(buffer.order()).put(buffer).flip();
  }

  /** All batches of an epoch, which is closed afterwards. */
  static List<LabelledCopy> all(EpochBatches<LabelledBatch> epoch)
      throws DataException, InterruptedException {
    List<LabelledCopy> copies = new ArrayList<>();
    try (EpochBatches<LabelledBatch> batches = epoch) {
      while (batches.hasNext()) {
        copies.add(of(batches.next()));
      }
    }
    return copies;
  }
}
