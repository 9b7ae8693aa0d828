package io.simmim.core.cli;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ConfigResult;
import io.simmim.core.fault.SimMimException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simmim throughput}: the official {@code main_finetune.py --throughput}. */
@Command(
    name = "throughput",
    description = "Times the forward pass of a configuration's classifier on random images.")
final class ThroughputCommand implements Callable<Integer>, Queueable {

  @Option(
      names = "--cfg",
      required = true,
      paramLabel = "FILE",
      description = "Configuration with the official keys.")
  private Path cfg;

  @Mixin private RunOptions run;

  @Mixin private DeviceOption device;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SimMimException, InterruptedException {
    ConfigResult result = new ConfigLoader().load(cfg, run.overrides()).forEvaluation();
    RunReport report = new RunReport(spec);
    return report.throughput(
        run.tagged(result.orThrow(), "throughput"),
        report.invocation(ConfigName.of(cfg), device, result));
  }

  @Override
  public PlannedRun plan() throws SimMimException {
    ConfigResult result = new ConfigLoader().load(cfg, run.overrides()).forEvaluation();
    return PlannedRun.of(run.tagged(result.orThrow(), "throughput"), device, cfg);
  }
}
