package io.simmim.core.run;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One event as one line of JSON, without the line end. */
final class EventLine {

  private static final Map<String, TypeAdapter<? extends RunEvent>> TYPES =
      Stream.of(RunEvent.class.getPermittedSubclasses())
          .collect(
              Collectors.toUnmodifiableMap(
                  EventLine::typeOf,
                  type -> RunJson.COMPACT.getAdapter(type.asSubclass(RunEvent.class))));

  private static final String TYPE_FIRST = "{\"type\":\"";

  private EventLine() {}

  static String write(RunEvent event) {
    String body = RunJson.COMPACT.toJson(event);
    return TYPE_FIRST + typeOf(event.getClass()) + "\"," + body.substring(1);
  }

  /** Empty for anything that is not an event known to this version. */
  static Optional<RunEvent> read(String line) {
    try {
      return Optional.ofNullable(TYPES.get(typeIn(line)))
          .flatMap(parsing(line))
          .filter(event -> event.time() != null);
    } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Function<TypeAdapter<? extends RunEvent>, Optional<RunEvent>> parsing(
      String line) {
    return adapter -> {
      try {
        return Optional.ofNullable(adapter.fromJson(line));
      } catch (IOException e) {
        return Optional.empty();
      }
    };
  }

  // Our own writer puts the type first, which spares a second parse of every line.
  private static String typeIn(String line) {
    if (line.startsWith(TYPE_FIRST)) {
      int end = line.indexOf('"', TYPE_FIRST.length());
      return end < 0 ? "" : line.substring(TYPE_FIRST.length(), end);
    }
    JsonObject object = JsonParser.parseString(line).getAsJsonObject();
    return object.has("type") ? object.get("type").getAsString() : "";
  }

  private static String typeOf(Class<?> event) {
    return event.getSimpleName().toLowerCase(Locale.ROOT);
  }
}
