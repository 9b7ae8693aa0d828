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
}
