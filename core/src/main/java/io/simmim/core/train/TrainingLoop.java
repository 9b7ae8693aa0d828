package io.simmim.core.train;

import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunFolder;
import io.simmim.core.tensor.FreedMemory;
import io.simmim.core.tensor.TorchEngine;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Training ({@code main_simmim.py}, {@code main_finetune.py}): for every epoch and batch, forward,
 * backward and step; after an epoch, look at what was learned; now and then, save.
 */
final class TrainingLoop {

  private final ExperimentConfig config;
  private final Stage stage;
  private final TrainState state;
  private final EpochTraining training;
  private final RunFolder folder;
  private final EventSink events;
  private final StopRequest stop;

  TrainingLoop(
      TorchEngine engine,
      ExperimentConfig config,
      Stage stage,
      TrainState state,
      RunFolder folder,
      EventSink events,
      StopRequest stop) {
    this.config = config;
    this.stage = stage;
    this.state = state;
    this.training = new EpochTraining(engine, stage, state.step(), events, stop);
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
      at = at.trained() ? at : training.train(at);
      at = at.trained() ? ended(at) : at;
      boolean stopping = stop.pending();
      if (stopping || saves(config, epoch)) {
        save(epoch, at);
      }
      if (stopping && at.epoch() < epochs) {
        return Outcome.STOPPED;
      }
    }
    return Outcome.FINISHED;
  }

  /** Looks at what a trained epoch taught; returns where to go on. */
  private Position ended(Position trained) throws SimMimException, InterruptedException {
    try {
      boolean done = stage.epochEnded(trained.epoch(), EpochTraining.globalStep(trained) - 1);
      return done ? new Position(trained.epoch() + 1, 0, trained.stepsPerEpoch()) : trained;
    } catch (SimMimException e) {
      // Images that cannot be read, say, must not cost the epoch.
      save(trained.epoch(), trained);
      throw e;
    }
  }

  /** Whether a checkpoint is written after {@code epoch}. */
  static boolean saves(ExperimentConfig config, int epoch) {
    return epoch % config.saveFreq() == 0 || epoch == config.train().epochs() - 1;
  }

  private void save(int epoch, Position next) throws SimMimException {
    Path file = folder.checkpoint(epoch);
    state.save(file, next, stage.maxAccuracy(), stage.classes());
    long last = EpochTraining.globalStep(next) - 1;
    String name = file.getFileName().toString();
    events.accept(new RunEvent.Checkpoint(Instant.now(), epoch, last, name));
    stage.saved(epoch, last);
    FreedMemory.giveBack();
  }
}
