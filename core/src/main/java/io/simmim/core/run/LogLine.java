package io.simmim.core.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of an official log, taken apart ({@code logger.py}): time, name of the experiment, script,
 * message. The colours of a log that was copied from a terminal are left out.
 *
 * @param name MODEL.NAME
 * @param script such as {@code main_simmim.py}
 */
record LogLine(Instant time, String name, String script, String message) {

  private static final Pattern COLOR = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final Pattern HEAD =
      Pattern.compile(
          "\\[(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d)(?:,\\d+)? ([^\\]]*)] ?"
              + "\\(([^ )]+) \\d+\\): ?(?:DEBUG|INFO|WARNING|ERROR|CRITICAL) (.*)");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /** Empty for a line that goes on with the message of the line before, or is spoilt. */
  static Optional<LogLine> read(String line, ZoneId zone) {
    Matcher head = HEAD.matcher(plain(line));
    if (!head.matches()) {
      return Optional.empty();
    }
    try {
      Instant time = LocalDateTime.parse(head.group(1), TIME).atZone(zone).toInstant();
      return Optional.of(new LogLine(time, head.group(2), head.group(3), head.group(4)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The line without colours. */
  static String plain(String line) {
    return line.indexOf('\u001b') < 0 ? line : COLOR.matcher(line).replaceAll("");
  }
}
