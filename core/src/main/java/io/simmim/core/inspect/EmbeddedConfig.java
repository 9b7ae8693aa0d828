package io.simmim.core.inspect;

import io.simmim.core.config.ConfigFault;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ConfigResult;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.config.SimMimConfig.NormTarget;
import io.simmim.core.weights.CheckpointFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration that a file holds.
 *
 * @param config present when it is there and without fault
 * @param target what pre-training reconstructs, when its keys are there
 */
record EmbeddedConfig(
    Optional<ExperimentConfig> config, List<ConfigFault> faults, Optional<NormTarget> target) {

  static EmbeddedConfig of(CheckpointFile file) {
    if (!(file.config().get("MODEL") instanceof Map<?, ?> model)) {
      return new EmbeddedConfig(Optional.empty(), List.of(), Optional.empty());
    }
    ConfigResult result =
        new ConfigLoader().fromNested(file.config(), file.path().toString(), Overrides.none());
    // The first official program knew raw pixels only and had no keys for anything else.
    boolean stated = model.get("SIMMIM") instanceof Map;
    return new EmbeddedConfig(
        result.config(),
        result.faults(),
        result.config().filter(c -> stated).map(c -> c.model().simmim().normTarget()));
  }

  /** Whether it names weights to start from, or learns slower in lower layers. */
  boolean saysFineTuning() {
    return config.isPresent()
        && (!config.get().pretrained().isEmpty() || config.get().train().layerDecay() != 1);
  }
}
