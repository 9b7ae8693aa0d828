package io.simmim.workbench.data;

/** Work on a background thread that can be given up. */
final class Job {

  private Thread worker;
  private boolean cancelled;

  /** The calling thread begins; false when it was given up before. */
  synchronized boolean begin() {
    worker = Thread.currentThread();
    return !cancelled;
  }

  /** The calling thread has done; it is interrupted no more. */
  synchronized void end() {
    worker = null;
  }

  /** Interrupts the work, or keeps it from beginning. */
  synchronized void cancel() {
    cancelled = true;
    if (worker != null) {
      worker.interrupt();
    }
  }
}
