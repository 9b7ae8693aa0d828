package io.simmim.workbench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Names of the runs of one sweep, {@code photos__MASK_RATIO-0.4__SEED-1}, without what all of them
 * have in common.
 */
final class SweepLabels {

  private static final String BETWEEN = "__";
  private static final Pattern VALUE = Pattern.compile("([A-Z][A-Z0-9_]*)-(.+)");

  private SweepLabels() {}

  /** {@code MASK_RATIO 0.4, SEED 1}; empty when these are not the runs of one sweep. */
  static Optional<List<String>> shortened(List<String> names) {
    List<List<String>> parts =
        names.stream().map(name -> List.of(name.split(BETWEEN, -1))).toList();
    if (names.size() < 2 || parts.stream().mapToInt(List::size).distinct().count() > 1) {
      return Optional.empty();
    }
    int[] differing =
        IntStream.range(0, parts.get(0).size())
            .filter(i -> parts.stream().map(p -> p.get(i)).distinct().count() > 1)
            .toArray();
    boolean values =
        IntStream.of(differing)
            .allMatch(i -> parts.stream().allMatch(p -> VALUE.matcher(p.get(i)).matches()));
    return values && differing.length > 0
        ? Optional.of(parts.stream().map(p -> label(p, differing)).toList())
        : Optional.empty();
  }

  private static String label(List<String> parts, int[] differing) {
    List<String> words = new ArrayList<>();
    for (int i : differing) {
      words.add(VALUE.matcher(parts.get(i)).replaceFirst("$1 $2"));
    }
    return String.join(", ", words);
  }
}
