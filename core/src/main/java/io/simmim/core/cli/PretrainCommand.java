package io.simmim.core.cli;

import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.train.PretrainingRun;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code simmim pretrain}: the official {@code main_simmim.py}. */
@Command(
    name = "pretrain",
    description = "Pre-trains an encoder on a folder of images by masked image modelling.")
final class PretrainCommand implements Callable<Integer> {

  @Mixin private ConfigOptions config;

  @Mixin private DeviceOption device;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SimMimException, InterruptedException {
    List<String> arguments = spec.commandLine().getParseResult().originalArgs();
    var invocation = new PretrainingRun.Invocation(arguments, config.name(), device.name());
    PretrainingRun run = new PretrainingRun(config.forPretraining(), invocation);
    StopSignal stop = StopSignal.catching(System.err);
    Outcome outcome = run.execute(TerminalProgress.onTerminal(), stop);
    spec.commandLine().getOut().println(run.folder().path().toAbsolutePath());
    return outcome == Outcome.STOPPED ? ExitCode.STOPPED_BY_USER : ExitCode.DONE;
  }
}
