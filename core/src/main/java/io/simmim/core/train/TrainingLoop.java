package io.simmim.core.train;

import ai.djl.ndarray.NDManager;
import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.config.ExperimentConfig;
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
 * Training ({@code main_simmim.py}, {@code main_finetune.py}): for every epoch and batch, forward,
 * backward and step; after an epoch, look at what was learned; now and then, save.
 */
final class TrainingLoop {

  private static final double NANOS = 1e9;

  private final TorchEngine engine;
  private final ExperimentConfig config;
  private final Stage stage;
  private final TrainState state;
  private final TrainingStep step;
  private final RunFolder folder;
  private final EventSink events;
  private final StopRequest stop;
  private int badSteps;
  private int reportedSkips;

  TrainingLoop(
      TorchEngine engine,
      ExperimentConfig config,
      Stage stage,
      TrainState state,
      RunFolder folder,
      EventSink events,
      StopRequest stop) {
    this.engine = engine;
    this.config = config;
    this.stage = stage;
    this.state = state;
    this.step = state.step();
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
      at = at.trained() ? at : trainEpoch(at);
      at = at.trained() ? ended(at) : at;
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

  /** Trains to the end of the epoch or to a stop; returns how far it came. */
  private Position trainEpoch(Position from) throws SimMimException, InterruptedException {
    int epoch = from.epoch();
    long start = System.nanoTime();
    double lossSum = 0;
    int index = from.step();
    try (Examples examples = stage.epoch(epoch, index)) {
      long began = System.nanoTime();
      while (examples.hasNext()) {
        Timed trained = train(examples, epoch, index, began);
        lossSum += trained.result().loss();
        double seconds = (System.nanoTime() - began) / NANOS;
        began = System.nanoTime();
        report(epoch, index, trained, seconds);
        index++;
        if (step.completes(index - 1) && stop.pending()) {
          break;
        }
      }
    }
    Position reached = new Position(epoch, index, stage.loader().stepsPerEpoch());
    if (reached.trained()) {
      double mean = lossSum / (index - from.step());
      events.accept(
          new RunEvent.Epoch(Instant.now(), epoch, mean, (System.nanoTime() - start) / NANOS));
    }
    return reached;
  }

  /** Looks at what a trained epoch taught; returns where to go on. */
  private Position ended(Position trained) throws SimMimException, InterruptedException {
    try {
      boolean done = stage.epochEnded(trained.epoch(), globalStep(trained) - 1);
      return done ? new Position(trained.epoch() + 1, 0, trained.stepsPerEpoch()) : trained;
    } catch (SimMimException e) {
      // Images that cannot be read, say, must not cost the epoch.
      save(trained.epoch(), trained);
      throw e;
    }
  }

  private record Timed(TrainingStep.Result result, double dataSeconds) {}

  private Timed train(Examples examples, int epoch, int index, long began)
      throws DataException, InterruptedException {
    try (Scope scope = Scope.open();
        NDManager memory = engine.manager().newSubManager()) {
      Example example = examples.next(memory);
      double dataSeconds = (System.nanoTime() - began) / NANOS;
      return new Timed(step.run(example, epoch, index), dataSeconds);
    }
  }

  private void report(int epoch, int index, Timed trained, double seconds) throws SimMimException {
    TrainingStep.Result result = trained.result();
    Instant now = Instant.now();
    events.accept(
        new RunEvent.Step(
            now,
            globalStep(new Position(epoch, index, stage.loader().stepsPerEpoch())),
            epoch,
            index,
            result.loss(),
            result.lr(),
            result.gradNorm(),
            stage.loader().batchSize() / seconds,
            seconds,
            trained.dataSeconds(),
            ProcessMemory.peakMb(engine.device())));
    reportSkipped();
    if (result.finite()) {
      badSteps = 0;
    } else {
      notFinite(epoch, index, result);
    }
  }

  private void notFinite(int epoch, int index, TrainingStep.Result result) throws SimMimException {
    badSteps++;
    events.accept(new RunEvent.Warning(Instant.now(), skipped(epoch, index, result)));
    if (badSteps >= step.maxBadSteps()) {
      throw new EngineException(
          "Loss or gradients were not finite in "
              + badSteps
              + " steps in a row (last: epoch "
              + epoch
              + ", step "
              + index
              + "), so the run ends; begin again, or from an early checkpoint (--resume), with a lower"
              + " TRAIN.BASE_LR or TRAIN.CLIP_GRAD, and look at the images.");
    }
  }

  private static String skipped(int epoch, int index, TrainingStep.Result result) {
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
    SkippedImages skipped = stage.loader().skipped();
    if (skipped.count() > reportedSkips) {
      reportedSkips = skipped.count();
      events.accept(SkippedReport.of(skipped));
    }
  }

  private void save(int epoch, Position next) throws SimMimException {
    Path file = folder.checkpoint(epoch);
    state.save(file, next, stage.maxAccuracy(), stage.classes());
    long last = globalStep(next) - 1;
    String name = file.getFileName().toString();
    events.accept(new RunEvent.Checkpoint(Instant.now(), epoch, last, name));
    stage.saved(epoch, last);
  }

  private static long globalStep(Position at) {
    return (long) at.epoch() * at.stepsPerEpoch() + at.step();
  }
}
