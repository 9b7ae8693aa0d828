package io.simmim.core.cli;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ConfigResult;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.ConfigException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The configuration of a training: a file and what the command line changes of it. */
final class TrainingOptions {

  @Option(
      names = "--cfg",
      required = true,
      paramLabel = "FILE",
      description = "Configuration with the official keys.")
  private Path cfg;

  @Mixin private RunOptions run;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description = "Checkpoint to go on from; wins over TRAIN.AUTO_RESUME.")
  private Path resume;

  @Option(
      names = "--allow-changes",
      description = "Go on although configuration or images are not those of the checkpoint.")
  private boolean allowChanges;

  @Option(
      names = "--accumulation-steps",
      paramLabel = "N",
      description = "Batches whose gradients are summed for one optimizer step.")
  private String accumulationSteps;

  @Option(
      names = "--use-checkpoint",
      description = "Compute activations again in the backward pass: less memory, more time.")
  private boolean useCheckpoint;

  /** What the command line changes. */
  Overrides overrides() {
    return run.overrides()
        .and("--resume", "MODEL.RESUME", resume)
        .and("--accumulation-steps", "TRAIN.ACCUMULATION_STEPS", accumulationSteps)
        .and("--use-checkpoint", "TRAIN.USE_CHECKPOINT", useCheckpoint ? "true" : null);
  }

  /** The file with {@code changes}, not yet checked by the rules of a stage. */
  ConfigResult load(Overrides changes) throws ConfigException {
    return new ConfigLoader().load(cfg, changes);
  }

  /** Whether a run may go on with another configuration or other images. */
  boolean allowsChanges() {
    return allowChanges;
  }

  Path cfg() {
    return cfg;
  }

  RunOptions run() {
    return run;
  }

  /** File name of the configuration, without ending. */
  String name() {
    return ConfigName.of(cfg);
  }
}
