package io.simmim.core.run;

import java.util.List;

/**
 * What an official log tells.
 *
 * @param name MODEL.NAME; empty when no line could be read
 * @param events the story, without an ending when the log has none
 * @param config the configuration that the training printed, in YAML; empty where it did not
 * @param badLines lines of a known kind that could not be read
 */
public record ReadLog(String name, List<RunEvent> events, String config, int badLines) {

  public ReadLog {
    events = List.copyOf(events);
  }

  /** Whether it tells of a training or of a measurement. */
  public boolean isEmpty() {
    return events.isEmpty();
  }
}
