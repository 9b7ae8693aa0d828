package io.simmim.core.cli;

import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ConfigResult;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.SimMimException;
import java.nio.file.Path;

/** The configuration that belongs to a checkpoint. */
final class CheckpointConfig {

  private CheckpointConfig() {}

  /**
   * The user's file, or else what the checkpoint holds.
   *
   * @param cfg a configuration, or null
   * @throws CheckpointException when there is neither
   */
  static ConfigResult of(Path cfg, TrainingCheckpoint saved, Path checkpoint, Overrides overrides)
      throws SimMimException {
    if (cfg != null) {
      return new ConfigLoader().load(cfg, overrides);
    }
    if (saved.config().isEmpty()) {
      throw new CheckpointException(
          "Checkpoint '" + checkpoint + "' does not hold its configuration: give it with --cfg.");
    }
    return new ConfigLoader().fromNested(saved.config(), checkpoint.toString(), overrides);
  }
}
