package io.simmim.workbench.checkpoint;

import java.nio.file.Path;

/** How far a comparison is. */
public sealed interface ComparisonState {

  /** No second file yet. */
  record Nothing() implements ComparisonState {}

  /** Two files are being compared. */
  record Comparing(Path a, Path b) implements ComparisonState {}

  /** What came out. */
  record Compared(Comparison comparison) implements ComparisonState {}

  /**
   * Two files that cannot be compared.
   *
   * @param sentence what is wrong and what to do
   * @param details technical text; may be empty
   */
  record Refused(Path b, String sentence, String details) implements ComparisonState {}
}
