package io.simmim.workbench.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** Background threads that never keep the program alive. */
public final class Workers {

  private Workers() {}

  /** A thread of its own for every task, so that a slow one holds up nobody. */
  public static Executor threadPerTask(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      thread.start();
    };
  }

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
