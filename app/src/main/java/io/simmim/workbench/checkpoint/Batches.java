package io.simmim.workbench.checkpoint;

import io.simmim.core.inspect.TensorStats;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Collects statistics from several threads and hands them on ten times a second: thousands of small
 * tensors must not flood the toolkit.
 */
final class Batches {

  private static final long LEAST_NANOS = Duration.ofMillis(100).toNanos();

  private final long totalBytes;
  private final Consumer<Batch> receiver;
  private Map<TensorRow, TensorStats> waiting = new LinkedHashMap<>();
  private long bytes;
  private long last = System.nanoTime();

  /**
   * Statistics that came since the last time.
   *
   * @param share of all bytes that were read, 0 to 1
   */
  record Batch(Map<TensorRow, TensorStats> stats, double share) {}

  Batches(long totalBytes, Consumer<Batch> receiver) {
    this.totalBytes = totalBytes;
    this.receiver = receiver;
  }

  synchronized void add(TensorRow row, TensorStats stats) {
    waiting.put(row, stats);
    bytes += row.bytes();
    if (System.nanoTime() - last >= LEAST_NANOS) {
      finish();
    }
  }

  /** Hands on what still waits. */
  synchronized void finish() {
    receiver.accept(new Batch(waiting, totalBytes == 0 ? 1 : (double) bytes / totalBytes));
    waiting = new LinkedHashMap<>();
    last = System.nanoTime();
  }
}
