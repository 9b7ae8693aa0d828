package io.simmim.workbench.fx;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Does something costly, such as drawing, at most every so often however often it is asked for;
 * what was asked for last is always done. For the toolkit's thread.
 */
public final class Paced {

  private final Runnable task;
  private final PauseTransition pause;
  private boolean askedAgain;

  public Paced(Duration least, Runnable task) {
    this.task = task;
    this.pause = new PauseTransition(least);
    pause.setOnFinished(event -> paused());
  }

  /** Does it now, or as soon as the last time is long enough ago. */
  public void request() {
    if (pause.getStatus() == PauseTransition.Status.RUNNING) {
      askedAgain = true;
    } else {
      task.run();
      pause.playFromStart();
    }
  }

  private void paused() {
    if (askedAgain) {
      askedAgain = false;
      request();
    }
  }
}
