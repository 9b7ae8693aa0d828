package io.simmim.workbench.shell;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How well a text has the letters of some words in their order: starts of words count most, then
 * letters side by side.
 *
 * @param score higher is better
 * @param letters places in the text that were matched
 */
record FuzzyMatch(int score, BitSet letters) {

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final int LETTER = 1;
  private static final int WORD_START = 8;
  private static final int SIDE_BY_SIDE = 8;
  private static final int TEXT_START = 4;
  private static final int NONE = Integer.MIN_VALUE / 2;

  /** The best way to find every word of {@code query} in {@code text}; empty if one is missing. */
  static Optional<FuzzyMatch> of(String query, String text) {
    String words = query.strip().toLowerCase(Locale.ROOT);
    FuzzyMatch all = new FuzzyMatch(0, new BitSet());
    if (words.isEmpty()) {
      return Optional.of(all);
    }
    for (String word : SPACES.splitAsStream(words).toList()) {
      Optional<FuzzyMatch> one = new Table(word, text).best();
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.letters.or(one.get().letters);
      all = new FuzzyMatch(all.score + one.get().score, all.letters);
    }
    return Optional.of(all);
  }

  /** Best scores of the first letters of a word that end at each place of a text. */
  private static final class Table {

    private final String word;
    private final String text;
    private final String lowered;
    private final int[][] scores;
    private final int[][] before;

    Table(String word, String text) {
      this.word = word;
      this.text = text;
      lowered = text.toLowerCase(Locale.ROOT);
      scores = new int[word.length()][text.length()];
      before = new int[word.length()][text.length()];
    }

    Optional<FuzzyMatch> best() {
      if (lowered.length() != text.length()) {
        return Optional.empty(); // a letter whose small form is longer has no place of its own
      }
      for (int letter = 0; letter < word.length(); letter++) {
        fill(letter);
      }
      int last = word.length() - 1;
      int end = bestUpTo(last, text.length());
      return end < 0 ? Optional.empty() : Optional.of(trace(last, end));
    }

    private void fill(int letter) {
      Arrays.fill(scores[letter], NONE);
      int bestBefore = -1;
      for (int at = 0; at < text.length(); at++) {
        if (letter > 0 && at > 1 && isBetter(letter - 1, at - 2, bestBefore)) {
          bestBefore = at - 2;
        }
        if (lowered.charAt(at) == word.charAt(letter)) {
          place(letter, at, bestBefore);
        }
      }
    }

    private boolean isBetter(int letter, int at, int than) {
      int score = scores[letter][at];
      return score > NONE && (than < 0 || score > scores[letter][than]);
    }

    private void place(int letter, int at, int bestBefore) {
      int own = LETTER + (startsWord(at) ? WORD_START : 0) + (at == 0 ? TEXT_START : 0);
      if (letter == 0) {
        scores[0][at] = own;
        return;
      }
      int apart = bestBefore < 0 ? NONE : scores[letter - 1][bestBefore];
      boolean touches = at > 0 && scores[letter - 1][at - 1] > NONE;
      int together = touches ? scores[letter - 1][at - 1] + SIDE_BY_SIDE : NONE;
      if (Math.max(apart, together) > NONE) {
        scores[letter][at] = own + Math.max(apart, together);
        before[letter][at] = together >= apart ? at - 1 : bestBefore;
      }
    }

    private boolean startsWord(int at) {
      return Character.isLetterOrDigit(text.charAt(at))
          && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private int bestUpTo(int letter, int end) {
      int best = -1;
      for (int at = 0; at < end; at++) {
        if (isBetter(letter, at, best)) {
          best = at;
        }
      }
      return best;
    }

    private FuzzyMatch trace(int last, int end) {
      BitSet letters = new BitSet();
      int at = end;
      for (int letter = last; letter >= 0; letter--) {
        letters.set(at);
        at = before[letter][at];
      }
      return new FuzzyMatch(scores[last][end], letters);
    }
  }
}
