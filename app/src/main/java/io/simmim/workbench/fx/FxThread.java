package io.simmim.workbench.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The toolkit's thread. The only class that hands work to it. */
public final class FxThread implements Executor {

  /** Runs the task at once when already on that thread, soon otherwise. */
  @Override
  public void execute(Runnable task) {
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
  }

  /**
   * Runs the task on that thread after what it is doing now. What answers a change of size by a
   * change of layout must wait so: during a layout pass, requests for layout are lost.
   */
  public static void later(Runnable task) {
    Platform.runLater(task);
  }
}
