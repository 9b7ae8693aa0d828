package io.simmim.workbench.shell;

import java.util.ArrayList;
import java.util.List;

/** Spreads parts of different heights over columns, in their order. */
final class Columns {

  private Columns() {}

  /**
   * How many parts each column takes, so that the tallest column is as low as possible.
   *
   * @param heights of the parts
   * @param columns at most so many
   */
  static List<Integer> balanced(List<Integer> heights, int columns) {
    int least = heights.stream().mapToInt(Integer::intValue).max().orElse(0);
    int most = heights.stream().mapToInt(Integer::intValue).sum();
    for (int height = least; height < most; height++) {
      List<Integer> counts = filled(heights, height);
      if (counts.size() <= columns) {
        return counts;
      }
    }
    return filled(heights, most);
  }

  private static List<Integer> filled(List<Integer> heights, int limit) {
    List<Integer> counts = new ArrayList<>();
    int sum = 0;
    int count = 0;
    for (int height : heights) {
      if (count > 0 && sum + height > limit) {
        counts.add(count);
        sum = 0;
        count = 0;
      }
      sum += height;
      count++;
    }
    if (count > 0) {
      counts.add(count);
    }
    return List.copyOf(counts);
  }
}
