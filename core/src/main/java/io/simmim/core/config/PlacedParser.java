package io.simmim.core.config;

import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;

/** A parser that knows how far it came, since not every fault of the composer says where it is. */
final class PlacedParser implements Parser {

  private final Parser parser;
  private int line;

  PlacedParser(Parser parser) {
    this.parser = parser;
  }

  /** Where the latest event begins, counted from 1; 0 before the first. */
  int line() {
    return line;
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return placed(parser.peekEvent());
  }

  @Override
  public Event getEvent() {
    return placed(parser.getEvent());
  }

  private Event placed(Event event) {
    if (event != null && event.getStartMark() != null) {
      line = event.getStartMark().getLine() + 1;
    }
    return event;
  }
}
