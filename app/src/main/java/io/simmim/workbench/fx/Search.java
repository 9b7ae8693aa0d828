package io.simmim.workbench.fx;

import java.util.Locale;
import java.util.regex.Pattern;

/** Words that a user looks for, in any order and in any case. */
public final class Search {

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private Search() {}

  /** Whether every word of {@code words} is somewhere in {@code text}. */
  public static boolean finds(String words, String text) {
    String lowered = text.toLowerCase(Locale.ROOT);
    return SPACES.splitAsStream(words.toLowerCase(Locale.ROOT).strip()).allMatch(lowered::contains);
  }
}
