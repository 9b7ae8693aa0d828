package io.simmim.core.cli;

import io.simmim.core.bench.LoadBenchmark;
import io.simmim.core.bench.ModelBenchmark;
import io.simmim.core.bench.Timing;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.inspect.CheckpointConfig;
import io.simmim.core.tensor.ProcessMemory;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simmim bench}: how long a training step, or loading a checkpoint, takes here. */
@Command(
    name = "bench",
    description = {
      "Times whole pre-training steps (forward, backward, clip, optimizer),",
      "or with --checkpoint how long a pre-training checkpoint takes to open and to load,",
      "or with --data-path how fast pictures are read."
    })
final class BenchCommand implements Callable<Integer> {

  @Option(
      names = "--cfg",
      paramLabel = "FILE",
      description = "Configuration; with --checkpoint only when it does not hold its own.")
  private Path cfg;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "Time the loading of this file instead.")
  private Path checkpoint;

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

  @Mixin private LoaderBench loader;

  @Option(names = "--precision", paramLabel = "NAME", description = "fp32, tf32, bf16 or fp16.")
  private String precision;

  @Option(names = "--forward", description = "Time the forward pass only.")
  private boolean forward;

  @Option(
      names = "--torchscript",
      paramLabel = "FILE",
      description =
          "Time this model beside ours, turn by turn: a TorchScript file, made by yourself, that"
              + " takes pictures and mask to the loss.")
  private Path torchScript;

  @Option(
      names = "--opts",
      arity = "1..*",
      paramLabel = "KEY VALUE",
      description = "Changes of single keys.")
  private List<String> opts = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SimMimException {
    if (loader.isAsked()) {
      return loader.run(spec.commandLine().getOut());
    }
    if (steps < 1 || warmup < 0) {
      throw new ParameterException(
          spec.commandLine(), "--steps must be at least 1 and --warmup not negative.");
    }
    if (cfg == null && checkpoint == null) {
      throw new ParameterException(
          spec.commandLine(), "--cfg, --checkpoint or --data-path must be given.");
    }
    Overrides overrides =
        Overrides.of(opts)
            .and("--batch-size", "DATA.BATCH_SIZE", batchSize)
            .and("--precision", "PRECISION", precision);
    return checkpoint == null ? trainingSteps(overrides) : loading(overrides);
  }

  private int loading(Overrides overrides) throws SimMimException {
    try (TorchEngine engine = TorchEngine.start(device.name())) {
      engine.enterThread(false);
      double before = ProcessMemory.ownMb();
      long start = System.nanoTime();
      CheckpointFile file = CheckpointFile.open(checkpoint);
      double seconds = (System.nanoTime() - start) / 1e9;
      double opened = ProcessMemory.ownMb() - before;
      ExperimentConfig config =
          CheckpointConfig.of(cfg, file, overrides).result().forPretraining().orThrow();
      print(file, seconds, opened, new LoadBenchmark(engine).run(file, config));
      return ExitCode.DONE;
    }
  }

  private void print(
      CheckpointFile file, double seconds, double opened, LoadBenchmark.Timing loading) {
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%s, %.1f MB: opened in %.3f s with %.0f MiB, loaded in %.3f s; model %.0f MiB, peak"
                + " beyond it while loading %.0f MiB%n",
            file.path().getFileName(),
            file.bytes() / 1e6,
            seconds,
            opened,
            loading.seconds(),
            loading.modelMb(),
            loading.peakMb());
    spec.commandLine().getOut().flush();
  }

  private int trainingSteps(Overrides overrides) throws SimMimException {
    ExperimentConfig config = new ConfigLoader().load(cfg, overrides).forPretraining().orThrow();
    try (TorchEngine engine = TorchEngine.start(device.name())) {
      engine.enterThread(true);
      print(
          new ModelBenchmark(engine, config, forward)
              .run(warmup, steps, Optional.ofNullable(torchScript)));
      return ExitCode.DONE;
    }
  }

  private void print(ModelBenchmark.Measurement found) {
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%s, %.1f M parameters, batch %d on %s with %d threads: %s, %.1f images/s, peak %.0f"
                + " MiB%n",
            cfg.getFileName(),
            found.parameters() / 1e6,
            found.batchSize(),
            device.name(),
            TorchEngine.threads(),
            words(found.own()),
            found.batchSize() / found.own().median(),
            found.peakMb());
    found
        .torchScript()
        .ifPresent(
            other ->
                spec.commandLine()
                    .getOut()
                    .printf(
                        Locale.ROOT,
                        "%s: %s; ours takes %.3f of that (min), %.3f (median)%n",
                        torchScript.getFileName(),
                        words(other),
                        found.own().min() / other.min(),
                        found.own().median() / other.median()));
    spec.commandLine().getOut().flush();
  }

  private static String words(Timing timing) {
    return String.format(Locale.ROOT, "%.4f s min, %.4f median", timing.min(), timing.median());
  }
}
