package io.simmim.core.checkpoint;

/** The file is damaged, or asks for something that this reader refuses. Says what, in a phrase. */
final class FormatException extends Exception {

  private static final long serialVersionUID = 1L;

  FormatException(String message) {
    super(message);
  }
}
