package io.simmim.core.queue;

import java.util.ArrayList;
import java.util.List;

/** The argument of a command line that names its configuration. */
final class ConfigArgument {

  private static final String NAME = "--cfg";

  private ConfigArgument() {}

  /** The same arguments with another file, in either way to write it. */
  static List<String> replaced(List<String> arguments, String file) {
    List<String> words = new ArrayList<>(arguments);
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equals(NAME) && i + 1 < words.size()) {
        words.set(++i, file);
      } else if (words.get(i).startsWith(NAME + "=")) {
        words.set(i, NAME + "=" + file);
      }
    }
    return List.copyOf(words);
  }
}
