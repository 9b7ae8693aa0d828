package io.simmim.workbench.checkpoint;

import io.simmim.core.inspect.Fit;
import io.simmim.core.inspect.InferredConfig;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.inspect.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which next steps a file allows, and why not the others. */
public final class Offers {

  private final Inspection inspection;

  private Offers(Inspection inspection) {
    this.inspection = inspection;
  }

  /** Every step with the reason against it, empty when it is possible. */
  public static Map<Step, String> of(Inspection inspection) {
    Offers offers = new Offers(inspection);
    Map<Step, String> refusals = new EnumMap<>(Step.class);
    refusals.put(Step.RECONSTRUCT, offers.againstReconstruction());
    refusals.put(Step.EVALUATE, offers.againstEvaluation());
    refusals.put(Step.FINETUNE, offers.againstFineTuning());
    refusals.put(Step.CONVERT, offers.againstConversion());
    refusals.put(Step.COMPARE, "");
    return refusals;
  }

  /** Whether nothing is against a step. */
  public static boolean allows(Inspection inspection, Step step) {
    return of(inspection).get(step).isEmpty();
  }

  private String againstReconstruction() {
    if (!inspection.hasDecoder()) {
      return "it has no decoder";
    }
    if (inspection.kind() != Kind.PRETRAINING) {
      return "its decoder belongs to no encoder";
    }
    return againstLoading();
  }

  private String againstEvaluation() {
    return inspection.hasHead() ? againstLoading() : "it has no classes";
  }

  private String againstFineTuning() {
    return inspection.kind() == Kind.UNKNOWN ? "its model is not known" : "";
  }

  private String againstConversion() {
    return inspection.kind() == Kind.UNKNOWN ? "its model is not known" : againstLoading();
  }

  private String againstLoading() {
    if (!inspection.fit().map(Fit::isExact).orElse(false)) {
      return "its weights are not exactly those of the model";
    }
    if (inspection.embedded().isPresent()) {
      return "";
    }
    if (!inspection.configFaults().isEmpty() || inspection.file().configProblem().isPresent()) {
      return "its configuration is not valid";
    }
    return inspection.inferred().map(InferredConfig::unknown).stream()
        .flatMap(List::stream)
        .findFirst()
        .map(key -> "nothing in it tells " + key)
        .orElse("");
  }
}
