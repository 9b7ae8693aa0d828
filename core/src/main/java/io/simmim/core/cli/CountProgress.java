package io.simmim.core.cli;

/** How many of how many, drawn over itself where somebody watches and not at all elsewhere. */
final class CountProgress implements AutoCloseable {

  private final StatusLine line = new StatusLine(System.err);
  private final boolean interactive = Terminal.isInteractive();
  private final String what;
  private boolean drawn;

  /** {@code what} is counted, in the plural. */
  CountProgress(String what) {
    this.what = what;
  }

  void show(int done, int total) {
    if (interactive) {
      drawn = true;
      line.draw(
          "%s %d of %d %s".formatted(StatusLine.bar((double) done / total), done, total, what));
    }
  }

  @Override
  public void close() {
    if (drawn) {
      line.draw("");
      System.err.print('\r');
    }
  }
}
