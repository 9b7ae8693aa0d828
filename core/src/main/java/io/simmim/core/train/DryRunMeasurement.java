package io.simmim.core.train;

import io.simmim.core.checkpoint.TrainingCheckpoint.EpochSums;
import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.data.DecodedImages;
import io.simmim.core.fault.EngineException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.Estimate;
import io.simmim.core.run.Estimate.Disk;
import io.simmim.core.run.Estimate.Duration;
import io.simmim.core.run.Estimate.Memory;
import io.simmim.core.run.Estimate.Steps;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.tensor.ProcessMemory;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.train.EpochTraining.Reached;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One {@link DryRun} from the first step to the estimate. */
final class DryRunMeasurement {

  private static final double NANOS = 1e9;
  private static final double MIB = 1 << 20;

  /** Larger checkpoints are not written only to be measured. */
  private static final long LARGEST_SAVE = 1L << 30;

  /** Below this share, kept images change nothing that could be measured. */
  private static final double SOME = 0.05;

  private static final String NOT_FINITE =
      "Loss or gradients are not finite in the first steps already: lower TRAIN.BASE_LR or TRAIN.CLIP_GRAD, compute in bf16 or fp32 instead of fp16, and look at the images.";

  private static final double EVALUATION_SHARE = 0.25;

  private final TorchEngine engine;
  private final ExperimentConfig config;
  private final StagePlan plan;
  private final Stage stage;
  private final TrainState state;
  private final ScratchFolder scratch;
  private final DryRun.Clocks clocks;
  private final DryRunMeter meter;
  private final EpochTraining training;
  private final int stepsPerEpoch;
  private final int warmup;
  private final int wanted;

  DryRunMeasurement(
      TorchEngine engine,
      StagePlan plan,
      Stage stage,
      TrainState state,
      ScratchFolder scratch,
      DryRun.Clocks clocks) {
    this.engine = engine;
    this.config = plan.config();
    this.plan = plan;
    this.stage = stage;
    this.state = state;
    this.scratch = scratch;
    this.clocks = clocks;
    this.meter = clocks.meter();
    this.training =
        new EpochTraining(engine, stage, state.step(), meter, clocks.stop(), new Unsaved());
    this.stepsPerEpoch = stage.loader().stepsPerEpoch();
    this.warmup = wholeSums(clocks.effort().warmup());
    this.wanted = warmup + wholeSums(clocks.effort().steps());
  }

  /** Nothing is left of these steps. */
  private static final class Unsaved implements EpochTraining.Between {
    @Override
    public void stepped(Position next, EpochSums sums) {}

    @Override
    public String keepFinite(Position next, EpochSums sums) {
      return "Nothing of this measurement is kept.";
    }
  }

  /** Only a whole sum of gradients ends in an optimizer step, which must have its share. */
  private int wholeSums(int steps) {
    int accumulated = Math.max(1, config.train().accumulationSteps());
    return (steps + accumulated - 1) / accumulated * accumulated;
  }

  Optional<Estimate> run() throws SimMimException, InterruptedException {
    double start = seconds(clocks.start());
    Lap first = lap("measuring steps", 0);
    DecodedImages decoded = stage.loader().decoded();
    List<Lap> later = stopped() ? List.of() : laterLaps(first, decoded);
    if (stopped()) {
      return Optional.empty();
    }
    List<Step> settled =
        later.isEmpty() || (!first.isWhole() && decoded.finalShare() < 0.5)
            ? first.settled()
            : later.stream().flatMap(lap -> lap.settled().stream()).toList();
    requireFinite(settled);
    double[] evaluations = evaluations();
    Saving saving = save();
    if (stopped()) {
      return Optional.empty();
    }
    int epochs = config.train().epochs() - config.train().startEpoch();
    Duration duration =
        new Duration(
            epochs,
            start,
            first.epochSeconds(),
            laterEpoch(first, later, decoded),
            evaluations[0],
            evaluations[1],
            saving.seconds(),
            saves());
    return Optional.of(
        new Estimate(
            plan.name(),
            engine.deviceName(),
            plan.images().size(),
            stage.network().parameters().size(),
            config.data().batchSize(),
            stepsPerEpoch,
            steps(settled),
            duration,
            memory(decoded),
            new Disk(saving.bytes(), kept(), freeBytes()),
            meter.remarks()));
  }

  private boolean stopped() {
    return clocks.stopped().getAsBoolean();
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / NANOS;
  }

  /** Trains in an epoch until enough is known, or to its end. */
  private Lap lap(String task, int epoch) throws SimMimException, InterruptedException {
    meter.beginSteps(task, Math.min(wanted, stepsPerEpoch), clocks.effort().seconds());
    try {
      training.train(new Reached(new Position(epoch, 0, stepsPerEpoch), EpochSums.NONE));
    } catch (EngineException e) {
      throw meter.finite() ? e : new EngineException(NOT_FINITE, e);
    }
    return new Lap(meter.steps(), warmup, stepsPerEpoch);
  }

  /**
   * Epochs after the first find images decoded. Short ones follow as they would; of a long one its
   * beginning is repeated, whose images are by then kept as those of all later epochs will be.
   */
  private List<Lap> laterLaps(Lap first, DecodedImages decoded)
      throws SimMimException, InterruptedException {
    List<Lap> laps = new ArrayList<>();
    if (config.train().epochs() - config.train().startEpoch() < 2) {
      return laps;
    }
    String task = "measuring steps of later epochs";
    if (first.isWhole()) {
      long start = System.nanoTime();
      int steps = 0;
      for (int epoch = 1; steps < wanted && seconds(start) < clocks.effort().seconds(); epoch++) {
        Lap lap = lap(task, epoch);
        if (stopped() || !lap.isWhole()) {
          break;
        }
        laps.add(lap);
        steps += stepsPerEpoch;
      }
    } else if (decoded.finalShare() > SOME) {
      laps.add(lap(task, 0));
    }
    return laps;
  }

  private static double laterEpoch(Lap first, List<Lap> later, DecodedImages decoded) {
    if (later.isEmpty()) {
      return first.epochSeconds();
    }
    double kept = later.stream().mapToDouble(Lap::epochSeconds).average().orElseThrow();
    double share = first.isWhole() ? 1 : decoded.finalShare();
    return share * kept + (1 - share) * first.epochSeconds();
  }

  private void requireFinite(List<Step> settled) throws EngineException {
    if (settled.stream().noneMatch(s -> Double.isFinite(s.loss() + s.gradNorm()))) {
      throw new EngineException(NOT_FINITE);
    }
  }

  private Steps steps(List<Step> settled) {
    double[] each = settled.stream().mapToDouble(Step::stepSeconds).sorted().toArray();
    double all = Lap.sum(settled, Step::stepSeconds);
    return new Steps(
        each.length,
        each[each.length / 2],
        each[0],
        each[each.length - 1],
        config.data().batchSize() * each.length / all,
        Lap.sum(settled, Step::dataSeconds) / all);
  }

  /** Seconds of the first evaluation and of later ones, whose images are decoded. */
  private double[] evaluations() throws SimMimException, InterruptedException {
    double limit = EVALUATION_SHARE * clocks.effort().seconds();
    double first = evaluation(limit);
    double later = meter.evaluatedAll() && first < limit ? evaluation(limit) : first;
    return new double[] {first, later};
  }

  private double evaluation(double limit) throws SimMimException, InterruptedException {
    meter.beginEvaluation("evaluating", limit);
    stage.epochEnded(0, stepsPerEpoch - 1L);
    return meter.evaluationSeconds().orElse(0);
  }

  private record Saving(double seconds, long bytes) {}

  /** Writes a checkpoint and its previews, unless that would fill the temporary folder. */
  private Saving save() throws SimMimException {
    meter.beginSteps("saving", 0, 0);
    long bytes = state.bytes();
    long began = System.nanoTime();
    if (bytes <= LARGEST_SAVE && 2 * bytes < free(scratch.path())) {
      Path file = scratch.asRunFolder().checkpoint(0);
      state.save(file, new Position(1, 0, stepsPerEpoch), 0, stage.classes());
      bytes = size(file, bytes);
    } else {
      meter.remark("How long a checkpoint takes to write is not in the time: it is large.");
    }
    stage.saved(0, stepsPerEpoch - 1L);
    return new Saving(seconds(began), bytes);
  }

  private static long size(Path file, long otherwise) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return otherwise;
    }
  }

  /** How many of them are there in the end. */
  private int kept() {
    int most = config.keepLast() + (config.keepBest() ? 1 : 0);
    return config.keepLast() == 0 ? saves() : Math.min(saves(), most);
  }

  private int saves() {
    int epochs = config.train().epochs();
    int saves = 0;
    for (int epoch = config.train().startEpoch(); epoch < epochs; epoch++) {
      saves += TrainingLoop.saves(config, epoch) ? 1 : 0;
    }
    return saves;
  }

  private Memory memory(DecodedImages decoded) {
    double peak = ProcessMemory.peakMb(engine.device());
    double total = ProcessMemory.totalMb(engine.device());
    if (engine.device().isGpu()) {
      return new Memory(peak, 0, 0, total);
    }
    double images = Math.max(0, decoded.finalBytes() - decoded.bytes()) / MIB;
    return new Memory(peak, images, HeapGrowth.measureMb(), total);
  }

  private long freeBytes() {
    Path folder = Path.of(config.output()).toAbsolutePath();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    return folder == null ? -1 : free(folder);
  }

  private static long free(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      return -1;
    }
  }
}
