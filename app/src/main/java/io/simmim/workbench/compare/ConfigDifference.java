package io.simmim.workbench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A key that not all runs set to the same value.
 *
 * @param values one a run; {@link #ABSENT} where its configuration lacks the key
 */
public record ConfigDifference(String key, List<String> values) {

  /** Stands for the value of a key that is not there. */
  public static final String ABSENT = "–";

  /** Differ always, and say nothing of the training. */
  private static final Set<String> NAMES = Set.of("TAG", "OUTPUT");

  public ConfigDifference {
    values = List.copyOf(values);
  }

  /** All keys whose values differ, in alphabetical order. */
  public static List<ConfigDifference> of(List<ComparedRun> runs) {
    Set<String> keys = new TreeSet<>();
    runs.forEach(run -> keys.addAll(run.config().keySet()));
    keys.removeAll(NAMES);
    List<ConfigDifference> differences = new ArrayList<>();
    for (String key : keys) {
      long different =
          runs.stream()
              .filter(run -> run.knows(key))
              .map(run -> plain(run.config().getOrDefault(key, ABSENT)))
              .distinct()
              .count();
      if (different > 1) {
        differences.add(
            new ConfigDifference(
                key, runs.stream().map(run -> run.config().getOrDefault(key, ABSENT)).toList()));
      }
    }
    return differences;
  }

  /** One number has many spellings: 1e-4 and 0.0001, 1 and 1.0. */
  static String plain(String value) {
    try {
      return Double.toString(Double.parseDouble(value));
    } catch (NumberFormatException e) {
      return value;
    }
  }
}
