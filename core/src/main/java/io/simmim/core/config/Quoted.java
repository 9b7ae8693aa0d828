package io.simmim.core.config;

/** Values from a file as they may stand in a message: on one line and not too long. */
final class Quoted {

  private static final int MAX_LENGTH = 60;

  private Quoted() {}

  static String of(Object raw) {
    String text = String.valueOf(raw).replaceAll("\\p{Cntrl}+", " ");
    return '"' + (text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "..." : text) + '"';
  }
}
