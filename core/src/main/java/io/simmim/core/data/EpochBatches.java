package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

/**
 * The batches of one epoch, in order, prepared ahead by worker threads. For use by one thread; a
 * batch must not be used any more once the next is asked for.
 */
public final class EpochBatches implements AutoCloseable {

  /** Which steps to make: {@code first} to {@code end - 1}, each of {@code batchSize} samples. */
  record Span(int first, int end, int batchSize) {}

  /** Fills one row of a batch. */
  interface SampleMaker {
    void make(int position, BatchBuffers target, int row) throws DataException;
  }

  private final Span span;
  private final List<BatchBuffers> ring;
  private final SampleMaker maker;
  private final PrefetchWindow window;
  private final List<Thread> workers;
  private int next;
  private boolean closed;

  EpochBatches(Span span, List<BatchBuffers> ring, int workers, SampleMaker maker) {
    this.span = span;
    this.ring = ring;
    this.maker = maker;
    this.next = span.first();
    this.window = new PrefetchWindow(span, ring.size());
    this.workers =
        IntStream.range(0, workers).mapToObj(i -> new Thread(this::work, "loader-" + i)).toList();
    for (Thread worker : this.workers) {
      worker.setDaemon(true);
      worker.start();
    }
  }

  public boolean hasNext() {
    return next < span.end();
  }

  /**
   * Waits for the next batch and gives back the memory of the one before.
   *
   * @throws DataException when no image at all can be read
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public Batch next() throws DataException, InterruptedException {
    if (closed || !hasNext()) {
      throw new NoSuchElementException("the epoch is closed or at its end");
    }
    int step = next;
    if (workers.isEmpty()) {
      fillHere(step);
    } else {
      window.awaitStep(step);
    }
    next++;
    return buffers(step).asBatch(step);
  }

  private BatchBuffers buffers(int step) {
    return ring.get(step % ring.size());
  }

  private void fillHere(int step) throws DataException, InterruptedException {
    for (int row = 0; row < span.batchSize(); row++) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while a batch was being made");
      }
      maker.make(step * span.batchSize() + row, buffers(step), row);
    }
  }

  private void work() {
    try {
      for (int position = window.claim(); position >= 0; position = window.claim()) {
        int step = position / span.batchSize();
        maker.make(position, buffers(step), position % span.batchSize());
        window.finish(step);
      }
    } catch (DataException | RuntimeException | Error e) {
      // The thread's one catch-all: the consumer rethrows it.
      window.fail(e);
    } catch (InterruptedException e) {
      window.close();
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** Stops the workers and waits until the images at hand are done. Closing twice is harmless. */
  @Override
  public void close() {
    closed = true;
    window.close();
    boolean interrupted = false;
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          // The workers write to memory that the next epoch uses, so they must be gone first.
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
