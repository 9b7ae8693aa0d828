package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who works on which sample. Workers claim positions in order, within a window of steps that slides
 * on when the consumer asks for the next step; the step in use is never written to.
 */
final class PrefetchWindow {

  private final EpochBatches.Span span;
  private final int[] missing;
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int windowStart;
  private int nextPosition;
  private boolean closed;
  private Throwable fault;

  /** A window of {@code steps} steps. */
  PrefetchWindow(EpochBatches.Span span, int steps) {
    this.span = span;
    this.missing = new int[steps];
    Arrays.fill(missing, span.batchSize());
    this.windowStart = span.first();
    this.nextPosition = span.first() * span.batchSize();
  }

  /** The next position to make, or -1 when there is none left; waits for room in the window. */
  int claim() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!isOver() && nextPosition / span.batchSize() >= windowStart + missing.length) {
        changed.await();
      }
      return isOver() ? -1 : nextPosition++;
    } finally {
      lock.unlock();
    }
  }

  private boolean isOver() {
    return closed || fault != null || nextPosition >= span.end() * span.batchSize();
  }

  /** A sample of the step is made. */
  void finish(int step) {
    lock.lock();
    try {
      missing[step % missing.length]--;
      if (missing[step % missing.length] == 0) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Moves the window to the step, which frees the one before, and waits until it is complete. */
  void awaitStep(int step) throws DataException, InterruptedException {
    lock.lockInterruptibly();
    try {
      for (; windowStart < step; windowStart++) {
        missing[windowStart % missing.length] = span.batchSize();
      }
      changed.signalAll();
      while (missing[step % missing.length] > 0 && fault == null && !closed) {
        changed.await();
      }
      rethrow();
    } finally {
      lock.unlock();
    }
  }

  private void rethrow() throws DataException {
    if (fault instanceof DataException data) {
      throw data;
    }
    if (fault != null) {
      throw new IllegalStateException("a loader thread failed", fault);
    }
    if (closed) {
      throw new IllegalStateException("the epoch was closed while a batch was awaited");
    }
  }

  void fail(Throwable cause) {
    lock.lock();
    try {
      fault = cause;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
