package io.simmim.workbench.launch;

import java.util.List;
import java.util.stream.Collectors;

/** Words as a POSIX shell takes them. */
public final class ShellWords {

  private ShellWords() {}

  /** The words in one line, quoted where they must be. */
  public static String line(List<String> words) {
    return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
