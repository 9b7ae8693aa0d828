package io.simmim.workbench.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A key to which the compared runs give several values.
 *
 * @param values each once, numbers ascending, texts in alphabetical order
 */
public record SweptKey(String path, List<String> values) {

  /** More would be no grid to look at. */
  private static final int MOST_VALUES = 40;

  /** Runs that differ in it only differ by chance. */
  static final String SEED = "SEED";

  public SweptKey {
    values = List.copyOf(values);
  }

  /** The keys that differ, those with the most values first. */
  static List<SweptKey> of(List<ConfigDifference> differences) {
    List<SweptKey> keys = new ArrayList<>();
    for (ConfigDifference difference : differences) {
      SweptKey key = new SweptKey(difference.key(), sorted(difference.values()));
      if (key.values().size() <= MOST_VALUES && key.values().size() > 1) {
        keys.add(key);
      }
    }
    keys.sort(
        Comparator.comparing((SweptKey key) -> key.path().equals(SEED))
            .thenComparing(key -> -key.values().size()));
    return keys;
  }

  private static List<String> sorted(List<String> values) {
    Set<String> once = new LinkedHashSet<>();
    values.stream()
        .filter(value -> !value.equals(ConfigDifference.ABSENT))
        .forEach(value -> once.add(text(value)));
    List<String> sorted = new ArrayList<>(once);
    boolean numbers = once.stream().allMatch(SweptKey::isNumber);
    sorted.sort(
        numbers ? Comparator.comparingDouble(Double::parseDouble) : Comparator.naturalOrder());
    return sorted;
  }

  /** The last word of the path. */
  String name() {
    return path.replaceFirst(".*\\.", "");
  }

  boolean isNumeric() {
    return values.stream().allMatch(SweptKey::isNumber);
  }

  /** Which of the values a run has; -1 for none of them. */
  int placeOf(ComparedRun run) {
    String value = run.config().get(path);
    return value == null ? -1 : values.indexOf(text(value));
  }

  /** One number has many spellings: the plainest of them. */
  private static String text(String value) {
    if (!isNumber(value)) {
      return value;
    }
    BigDecimal plain = new BigDecimal(value).stripTrailingZeros();
    return plain.scale() <= 0 ? plain.toPlainString() : plain.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isNumber(String value) {
    return value.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");
  }
}
