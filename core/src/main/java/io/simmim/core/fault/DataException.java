package io.simmim.core.fault;

/** Images, folders or disks that cannot be read or written. */
public final class DataException extends SimMimException {

  private static final long serialVersionUID = 1L;

  public DataException(String message) {
    this(message, null);
  }

  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
