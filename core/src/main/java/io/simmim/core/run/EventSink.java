package io.simmim.core.run;

import io.simmim.core.fault.DataException;
import java.util.List;

/** Whoever is told the story of a run while it happens: the event log, a log file, a terminal. */
@FunctionalInterface
public interface EventSink {

  /**
   * Called by one thread at a time, in the order in which things happened.
   *
   * @throws DataException when it cannot be written
   */
  void accept(RunEvent event) throws DataException;

  /** Tells each of {@code sinks} in turn. */
  static EventSink all(EventSink... sinks) {
    List<EventSink> all = List.of(sinks);
    return event -> {
      for (EventSink sink : all) {
        sink.accept(event);
      }
    };
  }
}
