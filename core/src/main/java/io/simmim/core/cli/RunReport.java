package io.simmim.core.cli;

import io.simmim.core.config.ConfigFault;
import io.simmim.core.config.ConfigResult;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunFolder;
import io.simmim.core.train.EvaluationRun;
import io.simmim.core.train.Invocation;
import io.simmim.core.train.ThroughputRun;
import io.simmim.core.train.TrainingRun;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Runs something in a run folder and tells its story on the terminal; the folder is the last line.
 */
final class RunReport {

  private final CommandSpec spec;

  RunReport(CommandSpec spec) {
    this.spec = spec;
  }

  /** Something that can be run. */
  private interface Run {
    Outcome execute(EventSink terminal, BooleanSupplier stop)
        throws SimMimException, InterruptedException;
  }

  Invocation invocation(String configName, DeviceOption device, ConfigResult config) {
    return invocation(configName, device, config, Optional.empty());
  }

  /** {@code remark} is a further note on the configuration. */
  Invocation invocation(
      String configName, DeviceOption device, ConfigResult config, Optional<String> remark) {
    return new Invocation(
        spec.commandLine().getParseResult().originalArgs(),
        configName,
        device.name(),
        Stream.concat(config.notes().stream().map(ConfigFault::toString), remark.stream()).toList(),
        false);
  }

  int train(TrainingRun run) throws SimMimException, InterruptedException {
    return execute(run::execute, run.folder(), StopSignal.STEP_FIRST);
  }

  int evaluate(ExperimentConfig config, Path file, Invocation invocation)
      throws SimMimException, InterruptedException {
    return evaluate(config, CheckpointFile.open(file), invocation);
  }

  int evaluate(ExperimentConfig config, CheckpointFile file, Invocation invocation)
      throws SimMimException, InterruptedException {
    EvaluationRun run = EvaluationRun.of(config, file, invocation);
    return execute(run::execute, run.folder(), StopSignal.BATCH_FIRST);
  }

  int throughput(ExperimentConfig config, Invocation invocation)
      throws SimMimException, InterruptedException {
    ThroughputRun run = new ThroughputRun(config, ThroughputRun.Effort.OFFICIAL, invocation);
    return execute(run::execute, run.folder(), StopSignal.BATCH_FIRST);
  }

  private int execute(Run run, RunFolder folder, String first)
      throws SimMimException, InterruptedException {
    StopSignal stop = StopSignal.catching(System.err, first);
    Outcome outcome = run.execute(TerminalProgress.onTerminal(), stop);
    spec.commandLine().getOut().println(folder.path().toAbsolutePath());
    return outcome == Outcome.STOPPED ? ExitCode.STOPPED_BY_USER : ExitCode.DONE;
  }
}
