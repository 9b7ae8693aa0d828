package io.simmim.core.cli;

import io.simmim.core.config.ConfigResult;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.Estimate;
import io.simmim.core.train.DryRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simmim estimate}: what a training will take, by its first steps. */
@Command(
    name = "estimate",
    description = {
      "Says what a training will take in time, memory and disk, by its first steps.",
      "They have the real model, images and augmentation. Nothing is left behind.",
      "The options of pretrain and finetune are taken as they are."
    })
final class EstimateCommand implements Callable<Integer> {

  private static final String PRETRAIN = "pretrain";
  private static final String FINETUNE = "finetune";

  @Mixin private TrainingOptions options;

  @Option(
      names = "--stage",
      paramLabel = "pretrain|finetune",
      description = "What to measure (default: what the name of the configuration says).")
  private String stage;

  @Option(
      names = "--pretrained",
      paramLabel = "FILE",
      description = "Accepted, and not read: random weights take as long.")
  private Path pretrained;

  @SuppressWarnings("UnusedVariable") // so that the options of finetune can be kept
  @Option(names = "--allow-partial", description = "Accepted; changes nothing.")
  private boolean allowPartial;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "20",
      description = "Measured steps (default: ${DEFAULT-VALUE}).")
  private int steps;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      defaultValue = "6",
      description = "Steps before them (default: ${DEFAULT-VALUE}).")
  private int warmup;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "45",
      description =
          "At most so long for the steps before, and for the measured ones (default: ${DEFAULT-VALUE}).")
  private double seconds;

  @Option(
      names = "--json",
      description =
          "Print JSON, one object a line: progress while it measures, the estimate as the last.")
  private boolean json;

  @Mixin private DeviceOption device;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SimMimException, InterruptedException {
    if (steps < 1 || warmup < 0 || !(seconds > 0)) {
      throw new ParameterException(
          spec.commandLine(),
          "--steps must be at least 1, --warmup not negative and --seconds above 0.");
    }
    ConfigResult result =
        options.load(options.overrides().and("--pretrained", "PRETRAINED", pretrained));
    DryRun dryRun =
        stageOf(result).equals(FINETUNE)
            ? DryRun.fineTuning(result.forFinetuning().orThrow(), device.name())
            : DryRun.pretraining(result.forPretraining().orThrow(), device.name());
    StopSignal stop = StopSignal.catching(System.err, StopSignal.BATCH_FIRST);
    Optional<Estimate> estimate = measure(dryRun, stop);
    estimate.ifPresent(this::print);
    return estimate.isPresent() ? ExitCode.DONE : ExitCode.STOPPED_BY_USER;
  }

  /** What is asked for, else what the name of the file or of the model says. */
  private String stageOf(ConfigResult result) {
    if (stage == null) {
      boolean tunes =
          options.name().startsWith("simmim_finetune")
              || (!options.name().startsWith("simmim_pretrain")
                  && result.draft().model().name().startsWith("simmim_finetune"));
      return tunes ? FINETUNE : PRETRAIN;
    }
    if (!stage.equals(PRETRAIN) && !stage.equals(FINETUNE)) {
      throw new ParameterException(
          spec.commandLine(), "--stage must be pretrain or finetune, not '" + stage + "'.");
    }
    return stage;
  }

  private Optional<Estimate> measure(DryRun dryRun, StopSignal stop)
      throws SimMimException, InterruptedException {
    DryRun.Effort effort = new DryRun.Effort(warmup, steps, seconds);
    if (json) {
      return dryRun.execute(effort, this::printProgress, stop);
    }
    try (TaskProgress progress = new TaskProgress()) {
      return dryRun.execute(effort, progress::show, stop);
    }
  }

  private void printProgress(String task, int done, int total) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", "progress");
    line.put("task", task);
    line.put("done", done);
    line.put("total", total);
    print(JsonText.line(line));
  }

  private void print(Estimate estimate) {
    if (json) {
      print(JsonText.line(EstimateJson.tree(estimate)));
    } else {
      EstimateText.lines(estimate).forEach(this::print);
    }
  }

  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
