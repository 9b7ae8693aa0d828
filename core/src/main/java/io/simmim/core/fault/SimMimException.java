package io.simmim.core.fault;

/**
 * An expected failure. The message is one plain sentence that a user can act on; it is printed as
 * it is, without a stack trace.
 */
public abstract sealed class SimMimException extends Exception
    permits ConfigException, DataException, CheckpointException, EngineException {

  private static final long serialVersionUID = 1L;

  SimMimException(String message, Throwable cause) {
    super(message, cause);
  }
}
