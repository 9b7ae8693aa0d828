package io.simmim.core.inspect;

/** Text from a file as it may be shown on a terminal: a file must not be able to steer it. */
public final class Printable {

  private static final int MAX_LENGTH = 200;

  private Printable() {}

  /** On one line, without control characters, of bounded length. */
  public static String of(Object raw) {
    String text = String.valueOf(raw);
    boolean longer = text.length() > MAX_LENGTH;
    String kept = longer ? text.substring(0, MAX_LENGTH) : text;
    return kept.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?") + (longer ? "..." : "");
  }
}
