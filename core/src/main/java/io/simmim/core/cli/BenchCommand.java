package io.simmim.core.cli;

import io.simmim.core.bench.BenchMachine;
import io.simmim.core.bench.BenchReport;
import io.simmim.core.bench.BenchRow;
import io.simmim.core.bench.LoadBenchmark;
import io.simmim.core.bench.LoaderRow;
import io.simmim.core.bench.ModelBenchmark;
import io.simmim.core.bench.Work;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.inspect.CheckpointConfig;
import io.simmim.core.tensor.ProcessMemory;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      "Times whole pre-training steps (forward, backward, clip, optimizer): of one",
      "model with --cfg, of several in a table with --suite. With --checkpoint it",
      "times how long a pre-training checkpoint takes to open and to load, with",
      "--data-path how fast pictures are read."
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

  @Mixin private SuiteBench suite;

  @Mixin private BenchOutput out;

  @Option(
      names = "--precision",
      split = ",",
      paramLabel = "NAME",
      description = "fp32 (default), tf32, bf16 or fp16; with --suite several, as fp32,bf16.")
  private List<String> precisions = List.of();

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
  public Integer call() throws SimMimException, InterruptedException {
    if (steps < 1 || warmup < 0) {
      throw wrong("--steps must be at least 1 and --warmup not negative.");
    }
    if (suite.isAsked()) {
      return suite();
    }
    if (precisions.size() > 1) {
      throw wrong("--precision takes several values only with --suite.");
    }
    if (loader.isAsked()) {
      return reading();
    }
    if (cfg == null && checkpoint == null) {
      throw wrong("--suite, --cfg, --checkpoint or --data-path must be given.");
    }
    Overrides overrides =
        Overrides.of(opts)
            .and("--batch-size", "DATA.BATCH_SIZE", batchSize)
            .and("--precision", "PRECISION", precisions.isEmpty() ? null : precisions.get(0));
    return checkpoint == null ? trainingSteps(overrides) : loading(overrides);
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private int suite() throws SimMimException, InterruptedException {
    if (cfg != null || checkpoint != null || torchScript != null) {
      throw wrong("--suite has its own models: leave --cfg, --checkpoint and --torchscript out.");
    }
    List<String> shared =
        new ArrayList<>(List.of("--device", device.name(), "--steps", "" + steps));
    shared.addAll(List.of("--warmup", "" + warmup));
    if (!opts.isEmpty()) {
      shared.add("--opts");
      shared.addAll(opts);
    }
    return suite.run(
        new SuiteBench.Request(
            Overrides.of(opts),
            Optional.ofNullable(batchSize),
            precisions.isEmpty() ? List.of("fp32") : precisions,
            forward ? List.of(Work.FORWARD) : List.of(Work.values()),
            device.name(),
            shared),
        loader,
        out);
  }

  private int reading() throws SimMimException, InterruptedException {
    LoaderRow row = loader.run();
    out.sayUnlessJson(BenchText.of(row));
    out.tell(BenchReport.on(BenchMachine.find()).with(row));
    return ExitCode.DONE;
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
      LoadBenchmark.Timing timing = new LoadBenchmark(engine).run(file, config);
      out.sayUnlessJson(BenchText.of(file, seconds, opened, timing));
      out.tell(BenchReport.on(BenchMachine.find(engine)).with(timing));
      return ExitCode.DONE;
    }
  }

  private int trainingSteps(Overrides overrides) throws SimMimException {
    ExperimentConfig config = new ConfigLoader().load(cfg, overrides).forPretraining().orThrow();
    Work work = forward ? Work.FORWARD : Work.STEP;
    try (TorchEngine engine = TorchEngine.start(device.name())) {
      engine.enterThread(true);
      ModelBenchmark.Measurement found =
          new ModelBenchmark(engine, config, work)
              .run(warmup, steps, Optional.ofNullable(torchScript));
      BenchRow row = BenchRow.of(ConfigName.of(cfg), work, config.precision().yamlName(), found);
      BenchMachine machine = BenchMachine.find(engine);
      out.sayUnlessJson(BenchText.of(row, machine));
      if (torchScript != null) {
        out.sayUnlessJson(BenchText.beside(row, torchScript.getFileName().toString()));
      }
      out.tell(BenchReport.on(machine).with(row));
      return ExitCode.DONE;
    }
  }
}
