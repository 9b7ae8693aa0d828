package io.simmim.core.fault;

/** A configuration file, key or option that cannot be used. */
public final class ConfigException extends SimMimException {

  private static final long serialVersionUID = 1L;

  public ConfigException(String message) {
    this(message, null);
  }

  public ConfigException(String message, Throwable cause) {
    super(message, cause);
  }
}
