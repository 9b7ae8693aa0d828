package io.simmim.workbench.checkpoint;

/** What is known of the target of a checkpoint that does not state it. */
public sealed interface TargetState {

  /** There is no question: the file states it, or has no decoder. */
  record Settled() implements TargetState {}

  /** It is being estimated. */
  record Estimating() implements TargetState {}

  /**
   * It was estimated.
   *
   * @param sentence verdict and reason
   */
  record Estimated(Answer answer, String sentence) implements TargetState {}

  /**
   * There is no estimate.
   *
   * @param sentence why
   */
  record Failed(String sentence) implements TargetState {}

  /** What an estimate may say. */
  enum Answer {
    RAW,
    NORMALIZED,
    CANNOT_TELL
  }
}
