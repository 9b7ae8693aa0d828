package io.simmim.core.cli;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.train.StepBenchmark;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simmim bench}: how long a training step takes here. */
@Command(
    name = "bench",
    description = "Times whole pre-training steps (forward, backward, clip, optimizer).")
final class BenchCommand implements Callable<Integer> {

  @Option(names = "--cfg", required = true, paramLabel = "FILE", description = "Configuration.")
  private Path cfg;

  @Option(names = "--batch-size", paramLabel = "N", description = "Images in a step.")
  private String batchSize;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "10",
      description = "Measured steps (default: ${DEFAULT-VALUE}).")
  private int steps;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      defaultValue = "2",
      description = "Steps before them (default: ${DEFAULT-VALUE}).")
  private int warmup;

  @Mixin private DeviceOption device;

  @Option(
      names = "--opts",
      arity = "1..*",
      paramLabel = "KEY VALUE",
      description = "Changes of single keys.")
  private List<String> opts = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SimMimException {
    if (steps < 1 || warmup < 0) {
      throw new ParameterException(
          spec.commandLine(), "--steps must be at least 1 and --warmup not negative.");
    }
    Overrides overrides = Overrides.of(opts).and("--batch-size", "DATA.BATCH_SIZE", batchSize);
    ExperimentConfig config = new ConfigLoader().load(cfg, overrides).forPretraining().orThrow();
    try (TorchEngine engine = TorchEngine.start(device.name())) {
      engine.enterThread(true);
      print(new StepBenchmark(engine, config).run(warmup, steps));
      return ExitCode.DONE;
    }
  }

  private void print(StepBenchmark.Timing timing) {
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%s, %.1f M parameters, batch %d on %s with %d threads: %.4f s/step min, %.4f median,"
                + " %.1f images/s, peak %.0f MiB%n",
            cfg.getFileName(),
            timing.parameters() / 1e6,
            timing.batchSize(),
            device.name(),
            TorchEngine.threads(),
            timing.minSeconds(),
            timing.medianSeconds(),
            timing.batchSize() / timing.medianSeconds(),
            timing.peakMb());
    spec.commandLine().getOut().flush();
  }
}
