package io.simmim.core.fault;

/** The native tensor engine, a device or its memory failed. */
public final class EngineException extends SimMimException {

  /** Ends the message of an engine or a device that is not there. */
  public static final String SEE_DOCTOR = "Run 'simmim doctor' to see what is missing.";

  private static final long serialVersionUID = 1L;

  public EngineException(String message) {
    this(message, null);
  }

  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
