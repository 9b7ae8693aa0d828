package io.simmim.core.run;

import java.util.Locale;

/** Durations as the official log prints them. */
public final class ElapsedTime {

  private static final long DAY = 86_400;

  private ElapsedTime() {}

  /** {@code H:MM:SS}, with {@code N days, } before it from 24 hours on; fractions are cut off. */
  public static String format(double seconds) {
    long whole = (long) seconds;
    long days = whole / DAY;
    long rest = whole % DAY;
    String clock =
        String.format(Locale.ROOT, "%d:%02d:%02d", rest / 3600, rest / 60 % 60, rest % 60);
    if (days == 0) {
      return clock;
    }
    return days + (days == 1 ? " day, " : " days, ") + clock;
  }
}
