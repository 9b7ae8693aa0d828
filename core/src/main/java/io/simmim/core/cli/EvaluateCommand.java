package io.simmim.core.cli;

import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ConfigResult;
import io.simmim.core.fault.SimMimException;
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
final class EvaluateCommand implements Callable<Integer> {

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
    TrainingCheckpoint saved = TrainingCheckpoint.read(checkpoint);
    ConfigResult result =
        CheckpointConfig.of(cfg, saved, checkpoint, run.overrides()).forEvaluation();
    RunReport report = new RunReport(spec);
    String name = ConfigName.of(cfg == null ? checkpoint : cfg);
    return report.evaluate(
        run.tagged(result.orThrow(), "evaluate"),
        checkpoint,
        saved,
        report.invocation(name, device, result));
  }
}
