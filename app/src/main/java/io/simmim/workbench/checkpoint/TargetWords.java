package io.simmim.workbench.checkpoint;

/** What the verdict says about a target that the file does not state. */
final class TargetWords {

  private TargetWords() {}

  /** As a fact; empty when the verdict says it already. */
  static String fact(TargetState state) {
    if (state instanceof TargetState.Estimating) {
      return "estimating…";
    }
    if (state instanceof TargetState.Estimated estimated) {
      return switch (estimated.answer()) {
        case RAW -> "raw pixels, estimated";
        case NORMALIZED -> "normalised, estimated";
        case CANNOT_TELL -> "cannot be told";
      };
    }
    return state instanceof TargetState.Failed ? "not stated" : "";
  }

  /** Why, for its tooltip. */
  static String reason(TargetState state) {
    if (state instanceof TargetState.Estimated estimated) {
      return "The file does not state what the decoder was trained to predict; "
          + estimated.sentence()
          + ".";
    }
    return state instanceof TargetState.Failed failed
        ? failed.sentence()
        : "The file does not state what the decoder was trained to predict; its predictions of"
            + " drawn pictures tell.";
  }

  /** What to know before reconstructing, as a sentence; empty when there is nothing. */
  static String remark(TargetState state) {
    if (!(state instanceof TargetState.Estimated estimated)) {
      return "";
    }
    return switch (estimated.answer()) {
      case RAW -> "";
      case NORMALIZED ->
          "By its predictions it was trained on pixels normalised within windows, not on colours: a"
              + " reconstruction borrows brightness and contrast from the original.";
      case CANNOT_TELL ->
          "Neither the file nor its predictions tell whether it was trained on colours or on"
              + " normalised pixels; colours are taken.";
    };
  }
}
