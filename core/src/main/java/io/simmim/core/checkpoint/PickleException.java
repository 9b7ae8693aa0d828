package io.simmim.core.checkpoint;

/**
 * The pickle is damaged, or asks for something that this reader refuses. Says what, in a phrase.
 */
final class PickleException extends Exception {

  private static final long serialVersionUID = 1L;

  PickleException(String message) {
    super(message);
  }
}
