package io.simmim.core.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The reused memory of a loader's batches: one in use and, with workers, some that are being made.
 * One epoch at a time works in it.
 */
final class BatchRing<M, B> {

  /** Batches that may be under way beside the one in use. */
  private static final int PREFETCHED = 3;

  private final int size;
  private final int workers;
  private final Supplier<M> allocation;
  private final List<M> memories = new ArrayList<>();
  private EpochBatches<B> open;

  /** A ring for {@code workers} threads; its memory is allocated when the first epoch starts. */
  BatchRing(int workers, Supplier<M> allocation) {
    this.size = workers == 0 ? 1 : 1 + PREFETCHED;
    this.workers = workers;
    this.allocation = allocation;
  }

  /** The memory of a step. */
  M at(int step) {
    return memories.get(step % size);
  }

  /** Starts an epoch; the one before must be closed. */
  synchronized EpochBatches<B> start(StepSpan span, BatchMaker<B> maker) {
    if (open != null && !open.isClosed()) {
      throw new IllegalStateException("the epoch before is still open");
    }
    while (memories.size() < size) {
      memories.add(allocation.get());
    }
    open = new EpochBatches<>(span, size, workers, maker);
    return open;
  }
}
