package io.simmim.core.cli;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.inspect.CheckpointConfig;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.reconstruct.TargetEstimate;
import io.simmim.core.reconstruct.TargetEstimator;
import io.simmim.core.tensor.TorchEngine;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;

/** Settles what a checkpoint was trained to predict when nothing states it. */
final class OpenTarget {

  private OpenTarget() {}

  /** The estimate of a whole model, by an engine of its own; empty when there is no question. */
  static Optional<TargetEstimate> estimate(Inspection inspection) throws SimMimException {
    Optional<ExperimentConfig> config = inspection.config();
    if (!inspection.targetIsOpen() || config.isEmpty()) {
      return Optional.empty();
    }
    try (TorchEngine engine = TorchEngine.start("cpu")) {
      engine.enterThread(false);
      Map<String, ?> weights = inspection.official().tensors();
      return Optional.of(new TargetEstimator(engine).estimate(config.get(), weights));
    }
  }

  /** The configuration to reconstruct with, by an estimate that is printed. */
  static ExperimentConfig settle(
      TorchEngine engine, ExperimentConfig config, Map<String, ?> weights, PrintWriter out)
      throws SimMimException {
    TargetEstimate estimate = new TargetEstimator(engine).estimate(config, weights);
    out.printf("The target is not stated; %s.%s%n", estimate.sentence(), consequence(estimate));
    out.flush();
    return estimate.in(config);
  }

  private static String consequence(TargetEstimate estimate) {
    return estimate.verdict() == TargetEstimate.Verdict.CANNOT_TELL
        ? " It is taken for raw pixels; a --cfg that says %s True changes that."
            .formatted(CheckpointConfig.NORM_TARGET)
        : "";
  }
}
