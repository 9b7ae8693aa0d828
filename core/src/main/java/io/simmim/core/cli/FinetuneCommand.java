package io.simmim.core.cli;

import io.simmim.core.config.ConfigResult;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.ConfigException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.train.Invocation;
import io.simmim.core.train.TrainingRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simmim finetune}: the official {@code main_finetune.py}. */
@Command(
    name = "finetune",
    description =
        "Trains a classifier on a folder of class folders, from a pre-trained checkpoint or from"
            + " scratch, and measures it after every epoch.")
final class FinetuneCommand implements Callable<Integer>, Queueable {

  private static final String EVALUATE = "evaluate";
  private static final String THROUGHPUT = "throughput";

  @Mixin private TrainingOptions options;

  @Option(
      names = "--pretrained",
      paramLabel = "FILE",
      description = "Checkpoint whose encoder training begins with.")
  private Path pretrained;

  @Option(
      names = "--allow-partial",
      description = "Accept a checkpoint that does not fill the whole encoder.")
  private boolean allowPartial;

  @Option(
      names = "--eval",
      description = "Only evaluate the checkpoint of --resume or --pretrained.")
  private boolean eval;

  @Option(names = "--throughput", description = "Only time the forward pass.")
  private boolean throughput;

  @Mixin private DeviceOption device;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SimMimException, InterruptedException {
    ConfigResult result = load();
    RunReport report = new RunReport(spec);
    Invocation invocation =
        report.invocation(options.name(), device, result).allowingChanges(options.allowsChanges());
    if (evaluates(result)) {
      ExperimentConfig config = options.run().tagged(result.forEvaluation().orThrow(), EVALUATE);
      return report.evaluate(config, toEvaluate(config), invocation);
    }
    if (measuresSpeed(result)) {
      ExperimentConfig config = options.run().tagged(result.forEvaluation().orThrow(), THROUGHPUT);
      return report.throughput(config, invocation);
    }
    return report.train(
        TrainingRun.fineTuning(result.forFinetuning().orThrow(), allowPartial, invocation));
  }

  @Override
  public PlannedRun plan() throws SimMimException {
    ConfigResult result = load();
    ExperimentConfig config;
    if (evaluates(result)) {
      config = options.run().tagged(result.forEvaluation().orThrow(), EVALUATE);
      toEvaluate(config);
    } else if (measuresSpeed(result)) {
      config = options.run().tagged(result.forEvaluation().orThrow(), THROUGHPUT);
    } else {
      config = result.forFinetuning().orThrow();
    }
    return PlannedRun.of(config, device, options.cfg());
  }

  private ConfigResult load() throws ConfigException {
    return options.load(options.overrides().and("--pretrained", "PRETRAINED", pretrained));
  }

  private boolean evaluates(ConfigResult result) {
    return eval || result.draft().evalMode();
  }

  private boolean measuresSpeed(ConfigResult result) {
    return throughput || result.draft().throughputMode();
  }

  private Path toEvaluate(ExperimentConfig config) {
    String resume = config.model().resume();
    String file = resume.isBlank() ? config.pretrained() : resume;
    if (file.isBlank()) {
      throw new ParameterException(
          spec.commandLine(), "--eval needs the checkpoint to evaluate: give it with --resume.");
    }
    return Path.of(file);
  }
}
