package io.simmim.workbench.fx;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as the window writes them. */
public final class InWords {

  /** Shown where there is no value yet. */
  public static final String NONE = "–";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private InWords() {}

  /** A count with a space between thousands: 1 240. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  /** A loss or norm: four decimals, powers of ten when very small or large. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    double size = Math.abs(value);
    boolean plain = size == 0 || (size >= 1e-3 && size < 1e5);
    return String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", value);
  }

  /** A share given in percent: 78.40 %. */
  public static String percent(double percent) {
    return Double.isFinite(percent)
        ? String.format(Locale.ROOT, "%.2f %%", percent)
        : Double.toString(percent);
  }

  /** A learning rate: three significant digits in powers of ten. */
  public static String rate(double value) {
    return String.format(Locale.ROOT, "%.2e", value).replaceFirst("e([-+])0", "e$1");
  }

  /** Images a second: whole numbers from 100 on. */
  public static String speed(double perSecond) {
    return perSecond >= 100
        ? count(Math.round(perSecond))
        : String.format(Locale.ROOT, "%.1f", perSecond);
  }

  /** Memory given in MiB. */
  public static String memory(double mebibytes) {
    return mebibytes >= 1024
        ? String.format(Locale.ROOT, "%.1f GiB", mebibytes / 1024)
        : String.format(Locale.ROOT, "%.0f MiB", mebibytes);
  }

  /** The two largest units: 2 h 14 min, 3 min 05 s, 42 s. */
  public static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds >= 86_400) {
      return seconds / 86_400 + " d " + seconds % 86_400 / 3600 + " h";
    }
    if (seconds >= 3600) {
      return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
    }
    return seconds >= 60
        ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
        : seconds + " s";
  }

  /** Day and time in this place's time zone. */
  public static String time(Instant instant) {
    return TIME.format(instant.atZone(ZoneId.systemDefault()));
  }
}
