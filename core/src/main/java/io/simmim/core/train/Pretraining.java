package io.simmim.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.data.Batch;
import io.simmim.core.data.BatchLoader;
import io.simmim.core.data.EpochBatches;
import io.simmim.core.data.SkippedImages;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.EngineException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunFolder;
import io.simmim.core.tensor.ProcessMemory;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Pre-training ({@code main_simmim.py}): for every epoch and batch, hide patches, predict them,
 * step; now and then save and look at the probe images.
 */
final class Pretraining {

  private static final int MAX_BAD_STEPS = 5;
  private static final double NANOS = 1e9;

  private final TorchEngine engine;
  private final ExperimentConfig config;
  private final BatchLoader loader;
  private final TrainState state;
  private final PretrainingStep step;
  private final Previews previews;
  private final RunFolder folder;
  private final EventSink events;
  private final StopRequest stop;
  private int badSteps;
  private int reportedSkips;

  Pretraining(
      TorchEngine engine,
      ExperimentConfig config,
      BatchLoader loader,
      TrainState state,
      Previews previews,
      RunFolder folder,
      EventSink events,
      StopRequest stop) {
    this.engine = engine;
    this.config = config;
    this.loader = loader;
    this.state = state;
    this.step = state.step();
    this.previews = previews;
    this.folder = folder;
    this.events = events;
    this.stop = stop;
  }

  /** Trains from {@code next} to the last epoch, or until the user asks for a stop. */
  Outcome run(Position next) throws SimMimException, InterruptedException {
    int epochs = config.train().epochs();
    Position at = next;
    while (at.epoch() < epochs) {
      int epoch = at.epoch();
      at = trainEpoch(at);
      boolean stopping = stop.pending();
      boolean due = epoch % config.saveFreq() == 0 || epoch == epochs - 1;
      if (stopping || due) {
        save(epoch, at);
      }
      if (stopping && at.epoch() < epochs) {
        return Outcome.STOPPED;
      }
    }
    return Outcome.FINISHED;
  }

  /** Trains to the end of the epoch or to a stop; returns the batch to go on with. */
  private Position trainEpoch(Position from) throws SimMimException, InterruptedException {
    int epoch = from.epoch();
    long start = System.nanoTime();
    double lossSum = 0;
    int index = from.step();
    try (EpochBatches<Batch> batches = loader.epoch(epoch, index)) {
      long began = System.nanoTime();
      while (batches.hasNext()) {
        Batch batch = batches.next();
        double dataSeconds = (System.nanoTime() - began) / NANOS;
        PretrainingStep.Result result = train(batch, epoch, index);
        lossSum += result.loss();
        double seconds = (System.nanoTime() - began) / NANOS;
        began = System.nanoTime();
        report(epoch, index, result, seconds, dataSeconds);
        index++;
        if (step.completes(index - 1) && stop.pending()) {
          break;
        }
      }
    }
    if (index < loader.stepsPerEpoch()) {
      return new Position(epoch, index, loader.stepsPerEpoch());
    }
    double mean = lossSum / (index - from.step());
    events.accept(
        new RunEvent.Epoch(Instant.now(), epoch, mean, (System.nanoTime() - start) / NANOS));
    return new Position(epoch + 1, 0, loader.stepsPerEpoch());
  }

  private PretrainingStep.Result train(Batch batch, int epoch, int index) {
    int size = config.data().imgSize();
    long b = batch.size();
    long grid = Math.round(Math.sqrt(batch.masks().remaining() / (double) b));
    try (Scope scope = Scope.open();
        NDManager memory = engine.manager().newSubManager()) {
      NDArray x = memory.create(batch.pixelBytes(), new Shape(b, 3, size, size), DataType.FLOAT32);
      NDArray mask = memory.create(batch.maskBytes(), new Shape(b, grid, grid), DataType.FLOAT32);
      return step.run(x, mask, epoch, index);
    }
  }

  private void report(
      int epoch, int index, PretrainingStep.Result result, double seconds, double dataSeconds)
      throws SimMimException {
    Instant now = Instant.now();
    events.accept(
        new RunEvent.Step(
            now,
            globalStep(epoch, index),
            epoch,
            index,
            result.loss(),
            result.lr(),
            result.gradNorm(),
            loader.batchSize() / seconds,
            seconds,
            dataSeconds,
            ProcessMemory.peakMb(engine.device())));
    reportSkipped();
    badSteps = result.finite() ? 0 : badSteps + 1;
    if (!result.finite()) {
      events.accept(new RunEvent.Warning(now, notFinite(epoch, index, result)));
    }
    if (badSteps >= MAX_BAD_STEPS) {
      throw new EngineException(
          "Loss or gradients were not finite in "
              + MAX_BAD_STEPS
              + " steps in a row (last: epoch "
              + epoch
              + ", step "
              + index
              + "), so the run ends; begin again, or from an early checkpoint (--resume), with a lower"
              + " TRAIN.BASE_LR or TRAIN.CLIP_GRAD, and look at the images.");
    }
  }

  private static String notFinite(int epoch, int index, PretrainingStep.Result result) {
    return "Step skipped at epoch "
        + epoch
        + ", batch "
        + index
        + ": loss "
        + result.loss()
        + ", gradient norm "
        + result.gradNorm()
        + "; the weights were left alone.";
  }

  private void reportSkipped() throws DataException {
    SkippedImages skipped = loader.skipped();
    if (skipped.count() > reportedSkips) {
      reportedSkips = skipped.count();
      events.accept(
          new RunEvent.Skipped(
              Instant.now(),
              reportedSkips,
              skipped.snapshot().stream()
                  .limit(20)
                  .map(s -> s.file() + ": " + s.reason())
                  .toList()));
    }
  }

  private void save(int epoch, Position next) throws SimMimException {
    Path file = folder.checkpoint(epoch);
    state.save(file, next);
    long step = globalStep(next.epoch(), next.step()) - 1;
    String name = file.getFileName().toString();
    events.accept(new RunEvent.Checkpoint(Instant.now(), epoch, step, name));
    if (previews.size() > 0) {
      preview(epoch, step);
    }
  }

  // Pictures are not worth a run: training goes on without them.
  private void preview(int epoch, long step) throws DataException {
    try {
      double loss = previews.write(epoch);
      events.accept(new RunEvent.Preview(Instant.now(), epoch, step, previews.size(), loss));
    } catch (DataException e) {
      events.accept(new RunEvent.Warning(Instant.now(), e.getMessage()));
    }
  }

  private long globalStep(int epoch, int index) {
    return (long) epoch * loader.stepsPerEpoch() + index;
  }
}
