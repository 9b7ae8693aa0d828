package io.simmim.core.cli;

/** What the process tells its caller. */
final class ExitCode {

  static final int DONE = 0;

  /** One sentence about it is on standard error. */
  static final int FAILED = 1;

  /** What was compared is not the same, as {@code diff} and {@code cmp} report it. */
  static final int DIFFERENT = 1;

  static final int WRONG_USAGE = 2;

  /** 128 + SIGINT, as shells report it. */
  static final int STOPPED_BY_USER = 130;

  private ExitCode() {}
}
