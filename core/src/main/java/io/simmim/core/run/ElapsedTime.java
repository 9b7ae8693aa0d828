package io.simmim.core.run;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as the official log prints them. */
public final class ElapsedTime {

  private static final long DAY = 86_400;

  private static final Pattern FORM =
      Pattern.compile("(?:(\\d{1,6}) days?, )?(\\d{1,4}):(\\d\\d):(\\d\\d)");

  private ElapsedTime() {}

  /**
   * {@code H:MM:SS}, with {@code N days, } before it from 24 hours on; fractions are cut off. Less
   * than nothing, which a clock that was set back may give, is nothing.
   */
  public static String format(double seconds) {
    long whole = Math.max(0, (long) seconds);
    long days = whole / DAY;
    long rest = whole % DAY;
    String clock =
        String.format(Locale.ROOT, "%d:%02d:%02d", rest / 3600, rest / 60 % 60, rest % 60);
    if (days == 0) {
      return clock;
    }
    return days + (days == 1 ? " day, " : " days, ") + clock;
  }

  /** Seconds of what {@link #format} wrote; NaN for anything else. */
  static double parse(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      return Double.NaN;
    }
    long days = parts.group(1) == null ? 0 : Long.parseLong(parts.group(1));
    return days * DAY
        + Long.parseLong(parts.group(2)) * 3600.0
        + Long.parseLong(parts.group(3)) * 60.0
        + Long.parseLong(parts.group(4));
  }
}
