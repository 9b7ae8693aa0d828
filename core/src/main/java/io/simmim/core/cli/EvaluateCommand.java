package io.simmim.core.cli;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ConfigResult;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.inspect.CheckpointConfig;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simmim evaluate}: the official {@code main_finetune.py --eval}. */
@Command(
    name = "evaluate",
    description =
        "Measures a fine-tuned checkpoint on a folder of class folders: top-1, top-5 and loss. Every"
            + " image counts once, whatever the batch size.")
final class EvaluateCommand implements Callable<Integer>, Queueable {

  @Option(
      names = "--cfg",
      paramLabel = "FILE",
      description = "Configuration, when it is not the checkpoint's own.")
  private Path cfg;

  @Option(
      names = {"--resume", "--checkpoint", "--pretrained"},
      required = true,
      paramLabel = "FILE",
      description = "The checkpoint to evaluate.")
  private Path checkpoint;

  @Mixin private RunOptions run;

  @Mixin private DeviceOption device;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SimMimException, InterruptedException {
    CheckpointFile file = CheckpointFile.open(checkpoint);
    CheckpointConfig found = CheckpointConfig.of(cfg, file, run.overrides());
    ConfigResult result = found.result().forEvaluation();
    RunReport report = new RunReport(spec);
    String name = ConfigName.of(cfg == null ? checkpoint : cfg);
    return report.evaluate(
        run.tagged(result.orThrow(), "evaluate"),
        file,
        report.invocation(name, device, result, found.remark()));
  }

  /** With a configuration, the checkpoint may be one that a run before this will write. */
  @Override
  public PlannedRun plan() throws SimMimException {
    ConfigResult result =
        cfg == null
            ? CheckpointConfig.of(null, CheckpointFile.open(checkpoint), run.overrides()).result()
            : new ConfigLoader().load(cfg, run.overrides());
    return PlannedRun.of(run.tagged(result.forEvaluation().orThrow(), "evaluate"), device, cfg);
  }
}
