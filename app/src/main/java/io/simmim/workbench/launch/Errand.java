package io.simmim.workbench.launch;

/** A short command that the window waits for, and may stop. */
public final class Errand {

  private Process process;
  private boolean stopped;

  /** Ends its process, or keeps it from being started. */
  public synchronized void stop() {
    stopped = true;
    if (process != null) {
      process.destroy();
    }
  }

  public synchronized boolean isStopped() {
    return stopped;
  }

  /** Takes the process that was started for it. */
  synchronized void take(Process started) {
    process = started;
    if (stopped) {
      process.destroy();
    }
  }
}
