package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** What a run said, and how it ended. */
record Story(Outcome outcome, List<RunEvent> events) {

  /** Something that can be executed, telling a listener and asking whether to stop. */
  interface Run {
    Outcome execute(io.simmim.core.run.EventSink listener, BooleanSupplier stopSignal)
        throws Exception;
  }

  /** Executes a run, asking it to stop from the first event on that fulfils the condition. */
  static Story stoppedWhen(Predicate<RunEvent> condition, Run run) throws Exception {
    List<RunEvent> events = new ArrayList<>();
    boolean[] stop = {false};
    Outcome outcome =
        run.execute(
            event -> {
              events.add(event);
              stop[0] |= condition.test(event);
            },
            () -> stop[0]);
    return new Story(outcome, events);
  }

  static Story of(Run run) throws Exception {
    return stoppedWhen(event -> false, run);
  }

  <E extends RunEvent> List<E> all(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  <E extends RunEvent> E only(Class<E> type) {
    assertEquals(1, all(type).size(), events.toString());
    return all(type).get(0);
  }

  /** Names of the events' types in order, without progress. */
  List<String> types() {
    return types(events);
  }

  static List<String> types(List<RunEvent> events) {
    return events.stream()
        .filter(event -> !(event instanceof Progress))
        .map(event -> event.getClass().getSimpleName())
        .toList();
  }
}
