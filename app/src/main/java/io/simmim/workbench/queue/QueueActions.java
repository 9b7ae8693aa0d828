package io.simmim.workbench.queue;

import io.simmim.core.queue.QueuedRun;

/** What the window does with a queue; all of it on the disk, and away from the toolkit's thread. */
public interface QueueActions {

  /** Moves a run by so many places, up when negative. */
  void move(QueuedRun run, int by);

  void remove(QueuedRun run);

  /** Starts it at once, whatever its device does. */
  void startNow(QueuedRun run);

  /** Lets a failed one wait again. */
  void retry(QueuedRun run);

  void pause();

  /** Ends the pause, and sees to it that somebody works the queue off. */
  void resume();
}
