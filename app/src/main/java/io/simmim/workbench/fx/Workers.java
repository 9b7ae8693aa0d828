package io.simmim.workbench.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;

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

  /** One thread, named for the log; what comes after its shutdown is dropped. */
  public static ScheduledExecutorService single(String name) {
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        };
    return new ScheduledThreadPoolExecutor(1, factory, new ThreadPoolExecutor.DiscardPolicy());
  }
}
