package io.simmim.core.config;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the known key that somebody most likely meant. */
final class KeySuggestion {

  private static final int MAX_LENGTH = 200; // much more than any key has

  private KeySuggestion() {}

  /** The nearest key by edit distance; none when even that one is far off. */
  static Optional<String> nearest(String path, Stream<String> known) {
    if (path.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String wanted = path.toUpperCase(Locale.ROOT);
    return known
        .map(key -> new Candidate(key, cost(wanted, key)))
        .min(Comparator.comparingDouble(Candidate::cost))
        .filter(best -> best.cost <= Math.max(2, lastPart(wanted).length() / 3.0))
        .map(Candidate::key);
  }

  private record Candidate(String key, double cost) {}

  /** A right name in the wrong section is a smaller mistake than a wrong name. */
  private static double cost(String wanted, String key) {
    int whole = distance(wanted, key);
    int name = distance(lastPart(wanted), lastPart(key));
    return Math.min(whole, name + 0.5 + 0.01 * whole);
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** Levenshtein distance: fewest single-character insertions, deletions and changes. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
