package io.simmim.core.inspect;

import java.util.ArrayList;
import java.util.List;

/** What a user can do with a file. */
final class NextSteps {

  private final Inspection inspection;

  NextSteps(Inspection inspection) {
    this.inspection = inspection;
  }

  List<String> sentences() {
    List<String> steps = new ArrayList<>();
    boolean exact = inspection.fit().map(Fit::isExact).orElse(false);
    switch (inspection.kind()) {
      case PRETRAINING -> {
        addIf(
            exact,
            steps,
            "Reconstruct with 'simmim reconstruct --checkpoint %s --image FILE --out DIR%s'.");
        steps.add(fineTune());
        addIf(
            exact && resumable(),
            steps,
            "Go on with 'simmim pretrain --resume %s --data-path DIR --cfg FILE'.");
      }
      case FINE_TUNED, CLASSIFIER -> {
        addIf(exact, steps, "Evaluate with 'simmim evaluate --resume %s --data-path DIR%s'.");
        steps.add(fineTune());
        addIf(
            exact && resumable(),
            steps,
            "Go on with 'simmim finetune --resume %s --data-path DIR --cfg FILE'.");
      }
      case ENCODER -> steps.add(fineTune());
      case UNKNOWN ->
          steps.add("No command here takes these weights; the tensor table shows what they are.");
    }
    if (!exact && inspection.kind() != Kind.UNKNOWN && inspection.kind() != Kind.ENCODER) {
      steps.add(
          "The weights are not exactly those of the model, so only --pretrained may take them.");
    }
    return steps;
  }

  private void addIf(boolean condition, List<String> steps, String sentence) {
    if (condition) {
      String cfg = inspection.tellsModel() ? "" : " --cfg FILE";
      steps.add(sentence.formatted(file(), cfg));
    }
  }

  private String fineTune() {
    return "Fine-tune with 'simmim finetune --pretrained %s --data-path DIR --cfg FILE'."
        .formatted(file());
  }

  private String file() {
    return Printable.of(inspection.file().path());
  }

  private boolean resumable() {
    return inspection.training().optimizer().isPresent();
  }
}
