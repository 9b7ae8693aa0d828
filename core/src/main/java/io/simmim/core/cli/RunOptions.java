package io.simmim.core.cli;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import java.util.List;
import picocli.CommandLine.Option;

/** What the command line changes of a configuration, by the flags of the official scripts. */
final class RunOptions {

  @Option(
      names = "--opts",
      arity = "1..*",
      paramLabel = "KEY VALUE",
      description = "Changes of single keys, such as DATA.MASK_RATIO 0.5 SEED 1.")
  private List<String> opts = List.of();

  @Option(
      names = "--data-path",
      paramLabel = "DIR",
      description = "Folder of images; with folders 'train' and 'val' inside, these parts.")
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
      names = "--precision",
      paramLabel = "fp32|tf32|bf16|fp16",
      description = "Format of matrix products (default: fp32).")
  private String precision;

  @Option(
      names = "--amp-opt-level",
      paramLabel = "O0|O1|O2",
      description = "The same in the official words: O0 is fp32, O1 and O2 are bf16.")
  private String ampOptLevel;

  @Option(
      names = "--enable-amp",
      description = "The same as --amp-opt-level O1 (Swin-Transformer's word).")
  private boolean enableAmp;

  @Option(
      names = "--disable-amp",
      description = "The same as --amp-opt-level O0 (Swin-Transformer's word).")
  private boolean disableAmp;

  @Option(
      names = {"--local_rank", "--local-rank"},
      paramLabel = "N",
      description = "Accepted, as the official launcher gives it; changes nothing.")
  private String localRank;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random.")
  private String seed;

  /** The changes by key. */
  Overrides overrides() {
    return Overrides.of(opts)
        .and("--data-path", "DATA.DATA_PATH", dataPath)
        .and("--batch-size", "DATA.BATCH_SIZE", batchSize)
        .and("--output", "OUTPUT", output)
        .and("--tag", "TAG", tag)
        .and("--precision", "PRECISION", precision)
        .and("--enable-amp", "AMP_OPT_LEVEL", enableAmp ? "O1" : null)
        .and("--disable-amp", "AMP_OPT_LEVEL", disableAmp ? "O0" : null)
        .and("--amp-opt-level", "AMP_OPT_LEVEL", ampOptLevel)
        .and("--local_rank", "LOCAL_RANK", localRank)
        .and("--seed", "SEED", seed);
  }

  /**
   * The configuration of a stage that is no training. Unless {@code --tag} names it, it gets a run
   * folder beside the training's.
   */
  ExperimentConfig tagged(ExperimentConfig config, String stage) {
    return tag == null ? config.with("TAG", config.tag() + "__" + stage) : config;
  }
}
