package io.simmim.core.checkpoint;

/** The file is damaged, or asks for something that this reader refuses. Says what, in a phrase. */
final class FormatException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean damaged;

  FormatException(String message) {
    this(message, true);
  }

  private FormatException(String message, boolean damaged) {
    super(message);
    this.damaged = damaged;
  }

  /** For a file that is sound but of no use here; the phrase says what to do. */
  static FormatException unusable(String message) {
    return new FormatException(message, false);
  }

  /** Whether another copy of the file may help. */
  boolean damaged() {
    return damaged;
  }
}
