package io.simmim.workbench.checkpoint;

import io.simmim.core.inspect.CheckpointDiff.Part;

/**
 * A value of two files side by side.
 *
 * @param name in the files
 * @param equal whether it is the same in both
 * @param a what the first file has; empty when both have the same type and shape
 * @param b what the second file has
 * @param maxAbs largest |a - b|; NaN when there are no numbers to compare
 * @param maxRelative largest |a - b| / max(|a|, |b|); NaN likewise
 * @param changed how many values differ; 0 when there are none to count
 * @param elements how many there are
 */
public record DifferenceRow(
    Part part,
    String name,
    boolean equal,
    String a,
    String b,
    double maxAbs,
    double maxRelative,
    long changed,
    long elements) {

  /**
   * Order from the largest difference: weights that only one file has or that have another shape,
   * numbers, single values, and what is equal.
   */
  double weight() {
    if (equal) {
      return -1;
    }
    if (!Double.isNaN(maxAbs)) {
      return maxAbs;
    }
    return part == Part.WEIGHTS ? Double.POSITIVE_INFINITY : -0.5;
  }
}
