package io.simmim.core.cli;

import java.io.PrintStream;

/** The last line of a terminal, drawn again and again, below lines that stay. */
final class StatusLine {

  private static final int BAR = 20;

  private final PrintStream out;
  private int drawnLength;

  StatusLine(PrintStream out) {
    this.out = out;
  }

  /** A bar that is filled up to {@code done}, from 0 to 1. */
  static String bar(double done) {
    int filled = (int) (BAR * done);
    return "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "]";
  }

  /** Replaces what was drawn before. */
  void draw(String line) {
    out.print("\r" + line + " ".repeat(Math.max(0, drawnLength - line.length())));
    out.flush();
    drawnLength = line.length();
  }

  /** Prints a line that stays, in the place of what was drawn. */
  void print(String line) {
    if (drawnLength > 0) {
      draw("");
      out.print("\r");
    }
    out.println(line);
  }
}
