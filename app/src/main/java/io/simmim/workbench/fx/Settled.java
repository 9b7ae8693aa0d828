package io.simmim.workbench.fx;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;

/**
 * Does something, such as writing what is to be remembered, once changes have come to rest. For the
 * toolkit's thread.
 */
public final class Settled {

  /** Nobody drags a slider or a divider this slowly. */
  private static final Duration REST = Duration.millis(500);

  private final PauseTransition pause = new PauseTransition(REST);

  public Settled(Runnable task) {
    pause.setOnFinished(event -> task.run());
  }

  /** Something changed; the task waits for the last change. */
  public void changed() {
    pause.playFromStart();
  }

  /** Takes every change of these values from now on as one. */
  public void watch(ObservableValue<?>... values) {
    for (ObservableValue<?> value : values) {
      value.addListener((p, old, now) -> changed());
    }
  }
}
