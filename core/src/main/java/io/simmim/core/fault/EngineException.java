package io.simmim.core.fault;

/** The native tensor engine, a device or its memory failed. */
public final class EngineException extends SimMimException {

  private static final long serialVersionUID = 1L;

  public EngineException(String message) {
    this(message, null);
  }

  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
