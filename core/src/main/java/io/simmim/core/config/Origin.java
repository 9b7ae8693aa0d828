package io.simmim.core.config;

/**
 * Where a value was written.
 *
 * @param source file name or option
 * @param line counted from 1; 0 when there is none
 */
public record Origin(String source, int line) {

  ConfigFault fault(String key, String message) {
    return new ConfigFault(source, line, key, message);
  }
}
