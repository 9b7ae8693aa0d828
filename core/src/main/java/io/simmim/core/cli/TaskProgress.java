package io.simmim.core.cli;

/** One task after the other, drawn over each other where somebody watches and not at all else. */
final class TaskProgress implements AutoCloseable {

  private final StatusLine line = new StatusLine(System.err);
  private final boolean interactive = Terminal.isInteractive();
  private boolean drawn;

  /** {@code total} is 0 when it cannot be counted. */
  void show(String task, int done, int total) {
    if (interactive) {
      drawn = true;
      String count = total == 0 ? "" : " %d of %d".formatted(done, total);
      line.draw(StatusLine.bar(total == 0 ? 0 : (double) done / total) + " " + task + count);
    }
  }

  @Override
  public void close() {
    clear();
  }

  /** Makes room for a line that stays. */
  void clear() {
    if (drawn) {
      line.draw("");
      System.err.print('\r');
    }
  }
}
