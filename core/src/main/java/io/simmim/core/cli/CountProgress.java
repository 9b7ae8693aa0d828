package io.simmim.core.cli;

import java.io.PrintStream;

/** "120 of 440 pictures", drawn over itself, where somebody watches. */
final class CountProgress implements AutoCloseable {

  private static final int STEPS = 100;

  private final PrintStream out;
  private final boolean interactive;
  private final String what;
  private int shownPercent = -1;

  private CountProgress(PrintStream out, boolean interactive, String what) {
    this.out = out;
    this.interactive = interactive;
    this.what = what;
  }

  static CountProgress onTerminal(String what) {
    return new CountProgress(System.err, Terminal.isInteractive(), what);
  }

  void show(int done, int total) {
    int percent = (int) ((long) STEPS * done / total);
    if (interactive && percent != shownPercent) {
      shownPercent = percent;
      out.print("\r%d of %d %s".formatted(done, total, what));
      out.flush();
    }
  }

  @Override
  public void close() {
    if (shownPercent >= 0) {
      out.println();
    }
  }
}
