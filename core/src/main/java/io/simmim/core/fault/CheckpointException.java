package io.simmim.core.fault;

/** A checkpoint file that cannot be read, does not fit or cannot be written. */
public final class CheckpointException extends SimMimException {

  private static final long serialVersionUID = 1L;

  public CheckpointException(String message) {
    this(message, null);
  }

  public CheckpointException(String message, Throwable cause) {
    super(message, cause);
  }
}
