package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The batches of one epoch, in order, prepared ahead by worker threads. For use by one thread; a
 * batch must not be used any more once it is asked whether there is another.
 *
 * @param <B> kind of batch
 */
public final class EpochBatches<B> implements AutoCloseable {

  private final StepSpan span;
  private final BatchMaker<B> maker;
  private final PrefetchWindow window;
  private final List<Thread> workers;
  private int nextStep;
  private Optional<B> ready = Optional.empty();
  private boolean closed;

  EpochBatches(StepSpan span, int ringSize, int workers, BatchMaker<B> maker) {
    this.span = span;
    this.maker = maker;
    this.nextStep = span.first();
    this.window = new PrefetchWindow(span, ringSize);
    this.workers =
        IntStream.range(0, workers).mapToObj(i -> new Thread(this::work, "loader-" + i)).toList();
    for (Thread worker : this.workers) {
      worker.setDaemon(true);
      worker.start();
    }
  }

  /**
   * Waits for the next batch and gives back the memory of the one before.
   *
   * @return false at the end of the epoch, and when it is closed
   * @throws DataException when no image at all can be read
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public boolean hasNext() throws DataException, InterruptedException {
    while (!closed && ready.isEmpty() && nextStep < span.end()) {
      await(nextStep);
      ready = maker.batch(nextStep);
      nextStep++;
    }
    return !closed && ready.isPresent();
  }

  /**
   * The next batch, which has at least one sample.
   *
   * @throws DataException when no image at all can be read
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public B next() throws DataException, InterruptedException {
    if (!hasNext()) {
      throw new NoSuchElementException("the epoch is closed or at its end");
    }
    B batch = ready.get();
    ready = Optional.empty();
    return batch;
  }

  private void await(int step) throws DataException, InterruptedException {
    if (workers.isEmpty()) {
      fillHere(step);
    } else {
      window.awaitStep(step);
    }
  }

  private void fillHere(int step) throws DataException, InterruptedException {
    for (int row = 0; row < span.size(step); row++) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while a batch was being made");
      }
      maker.makeSample(step, row);
    }
    maker.complete(step);
  }

  private void work() {
    try {
      for (int position = window.claim(); position >= 0; position = window.claim()) {
        int step = position / span.batchSize();
        maker.makeSample(step, position % span.batchSize());
        if (window.rowMade(step)) {
          maker.complete(step);
          window.completed(step);
        }
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
