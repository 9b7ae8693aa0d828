package io.simmim.workbench.fx;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** Background threads that never keep the program alive. */
public final class Workers {

  private Workers() {}

  /** One thread, named for the log. */
  public static ScheduledExecutorService single(String name) {
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        };
    return Executors.newSingleThreadScheduledExecutor(factory);
  }
}
