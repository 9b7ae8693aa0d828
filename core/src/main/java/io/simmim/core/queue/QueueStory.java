package io.simmim.core.queue;

import io.simmim.core.run.RunStatus;

/** Is told what a runner does; on the runner's thread. */
public interface QueueStory {

  /** The process of a run was started. */
  void started(QueuedRun run);

  /** No run came of it. */
  void failed(QueuedRun run, String sentence);

  /**
   * A run came to its end.
   *
   * @param message what the run itself says about it; empty when it crashed
   */
  void ended(QueuedRun run, RunStatus status, String message);

  /** Something in the queue is passed over; told once each. */
  void problem(String sentence);
}
