package io.simmim.workbench.experiment;

import io.simmim.core.inspect.Inspection;
import io.simmim.core.inspect.Kind;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.launch.RunStage;
import java.util.Locale;

/** A verdict on a checkpoint with the eyes of a stage, in a few words. */
record CheckpointFacts(Inspection inspection) {

  /** Why it does not serve a stage; empty if it does. */
  String objection(RunStage stage) {
    if (inspection.kind() == Kind.UNKNOWN) {
      return "This checkpoint is of no model known here; its page (Ctrl+O) shows what is in it.";
    }
    boolean cannotClassify = stage == RunStage.EVALUATE && !inspection.hasHead();
    return cannotClassify
        ? "This checkpoint has no classifier to evaluate; fine-tune from it first."
        : "";
  }

  String inWords() {
    StringBuilder words = new StringBuilder(kind());
    inspection.training().epoch().ifPresent(epoch -> words.append(", epoch ").append(epoch + 1));
    inspection.training().maxAccuracy().stream()
        .filter(best -> best > 0)
        .forEach(best -> words.append(String.format(Locale.ROOT, ", best %.2f %%", best)));
    return words.toString();
  }

  private String kind() {
    return switch (inspection.kind()) {
      case PRETRAINING -> "Pre-training";
      case FINE_TUNED, CLASSIFIER ->
          "Classifier of " + InWords.count(inspection.numClasses()) + " classes";
      case ENCODER, UNKNOWN -> "Encoder";
    };
  }
}
