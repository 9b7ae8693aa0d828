package io.simmim.core.cli;

import io.simmim.core.config.ConfigResult;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.train.TrainingRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code simmim pretrain}: the official {@code main_simmim.py}. */
@Command(
    name = "pretrain",
    description = "Pre-trains an encoder on a folder of images by masked image modelling.")
final class PretrainCommand implements Callable<Integer>, Queueable {

  @Mixin private TrainingOptions options;

  @Mixin private DeviceOption device;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SimMimException, InterruptedException {
    ConfigResult result = options.load(options.overrides()).forPretraining();
    RunReport report = new RunReport(spec);
    return report.train(
        TrainingRun.pretraining(
            result.orThrow(),
            report
                .invocation(options.name(), device, result)
                .allowingChanges(options.allowsChanges())));
  }

  @Override
  public PlannedRun plan() throws SimMimException {
    ConfigResult result = options.load(options.overrides()).forPretraining();
    return PlannedRun.of(result.orThrow(), device, options.cfg());
  }
}
