package io.simmim.core.config;

/** Text from a file as it may stand in a message: on one line and not too long. */
final class Quoted {

  private static final int MAX_LENGTH = 60;

  private Quoted() {}

  static String of(Object raw) {
    return '"' + oneLine(String.valueOf(raw)) + '"';
  }

  static String oneLine(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ");
    return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "..." : line;
  }
}
