package io.simmim.core.config;

/**
 * One thing that is wrong with a configuration.
 *
 * @param source file name, or the option it came from, such as {@code --opts}
 * @param line counted from 1; 0 when there is none
 * @param key dotted path; empty when the fault belongs to no key
 * @param message what is wrong, what is allowed, what to do
 */
public record ConfigFault(String source, int line, String key, String message) {

  /** One line for people: {@code a.yaml:7: DATA.MASK_RATIO: 1.2 is out of range; ...}. */
  @Override
  public String toString() {
    String place = source.isEmpty() ? "" : source + (line > 0 ? ":" + line : "") + ": ";
    return place + (key.isEmpty() ? "" : key + ": ") + message;
  }
}
