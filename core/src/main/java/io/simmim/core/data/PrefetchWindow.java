package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who works on which sample. Workers claim positions in order, within a window of steps that slides
 * on when the consumer asks for the next step; the step in use is never written to.
 */
final class PrefetchWindow {

  private final StepSpan span;

  /** Rows to be made for each step of the window, and one more until the batch is completed. */
  private final int[] missing;

  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int windowStart;
  private int nextPosition;
  private boolean closed;
  private Throwable fault;

  /** A window of {@code steps} steps. */
  PrefetchWindow(StepSpan span, int steps) {
    this.span = span;
    this.missing = new int[steps];
    for (int step = span.first(); step < span.first() + steps; step++) {
      missing[step % steps] = span.size(step) + 1;
    }
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
    return closed || fault != null || nextPosition >= span.samples();
  }

  /** A row of the step is made; true when it was the last, so that the caller completes it. */
  boolean rowMade(int step) {
    lock.lock();
    try {
      missing[step % missing.length]--;
      return missing[step % missing.length] == 1;
    } finally {
      lock.unlock();
    }
  }

  /** The step is ready for the consumer. */
  void completed(int step) {
    lock.lock();
    try {
      missing[step % missing.length] = 0;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Moves the window to the step, which frees the one before, and waits until it is complete. */
  void awaitStep(int step) throws DataException, InterruptedException {
    lock.lockInterruptibly();
    try {
      for (; windowStart < step; windowStart++) {
        missing[windowStart % missing.length] = span.size(windowStart + missing.length) + 1;
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
