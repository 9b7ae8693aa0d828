package io.simmim.core.cli;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.ConfigException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The configuration of a command: a file and what the command line changes of it. */
final class ConfigOptions {

  @Option(
      names = "--cfg",
      required = true,
      paramLabel = "FILE",
      description = "Configuration with the official keys.")
  private Path cfg;

  @Option(
      names = "--opts",
      arity = "1..*",
      paramLabel = "KEY VALUE",
      description = "Changes of single keys, such as DATA.MASK_RATIO 0.5 SEED 1.")
  private List<String> opts = List.of();

  @Option(
      names = "--data-path",
      paramLabel = "DIR",
      description = "Folder of images; with a folder 'train' inside, that part is trained on.")
  private String dataPath;

  @Option(names = "--batch-size", paramLabel = "N", description = "Images in a step.")
  private String batchSize;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "output",
      description = "Runs are written to DIR/<MODEL.NAME>/<TAG> (default: ${DEFAULT-VALUE}).")
  private String output;

  @Option(names = "--tag", paramLabel = "T", description = "Name of the run.")
  private String tag;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description = "Checkpoint to go on from; wins over TRAIN.AUTO_RESUME.")
  private String resume;

  @Option(
      names = "--accumulation-steps",
      paramLabel = "N",
      description = "Batches whose gradients are summed for one optimizer step.")
  private String accumulationSteps;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random.")
  private String seed;

  /** The configuration of a pre-training; all faults come in one exception. */
  ExperimentConfig forPretraining() throws ConfigException {
    Overrides overrides =
        Overrides.of(opts)
            .and("--data-path", "DATA.DATA_PATH", dataPath)
            .and("--batch-size", "DATA.BATCH_SIZE", batchSize)
            .and("--output", "OUTPUT", output)
            .and("--tag", "TAG", tag)
            .and("--resume", "MODEL.RESUME", resume)
            .and("--accumulation-steps", "TRAIN.ACCUMULATION_STEPS", accumulationSteps)
            .and("--seed", "SEED", seed);
    return new ConfigLoader().load(cfg, overrides).forPretraining().orThrow();
  }

  /** File name of the configuration, without ending. */
  String name() {
    return cfg.getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }
}
