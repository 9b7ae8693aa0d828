package io.simmim.core.cli;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.reconstruct.TargetEstimate;
import io.simmim.core.reconstruct.TargetEstimator;
import io.simmim.core.tensor.TorchEngine;
import java.util.Map;
import java.util.Optional;

/** What a checkpoint was trained to predict, when nothing states it. */
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
}
