package io.simmim.core.train;

import io.simmim.core.checkpoint.TrainingCheckpoint.EpochSums;
import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.train.EpochTraining.Reached;
import java.util.Optional;

/**
 * Training ({@code main_simmim.py}, {@code main_finetune.py}): for every epoch and batch, forward,
 * backward and step; after an epoch, look at what was learned; now and then, save.
 */
final class TrainingLoop {

  private final ExperimentConfig config;
  private final Stage stage;
  private final EpochTraining training;
  private final Saver saver;
  private final StopRequest stop;

  TrainingLoop(
      TorchEngine engine,
      ExperimentConfig config,
      Stage stage,
      TrainState state,
      Saver saver,
      EventSink events,
      StopRequest stop) {
    this.config = config;
    this.stage = stage;
    this.training = new EpochTraining(engine, stage, state.step(), events, stop, saver);
    this.saver = saver;
    this.stop = stop;
  }

  /** Trains to the last epoch, or until the user asks for a stop. */
  Outcome run(Reached from) throws SimMimException, InterruptedException {
    int epochs = config.train().epochs();
    Reached reached = from;
    while (reached.position().epoch() < epochs) {
      int epoch = reached.position().epoch();
      reached = reached.position().trained() ? reached : training.train(reached);
      Position at = reached.position().trained() ? ended(reached) : reached.position();
      boolean stopping = stop.pending();
      if (stopping || at.epoch() == epochs) {
        saver.last(epoch, at, reached.sums(), stopping);
      } else if (saves(config, epoch)) {
        saver.epochEnded(epoch, at, reached.sums());
      }
      if (stopping && at.epoch() < epochs) {
        return Outcome.STOPPED;
      }
      reached = new Reached(at, at.epoch() > epoch ? EpochSums.NONE : reached.sums());
    }
    return Outcome.FINISHED;
  }

  /** One sentence about the steps that were skipped; empty when there was none. */
  Optional<String> skippedSteps() {
    return training.skippedSteps();
  }

  /** Looks at what a trained epoch taught; returns where to go on. */
  private Position ended(Reached reached) throws SimMimException, InterruptedException {
    Position trained = reached.position();
    try {
      boolean done = stage.epochEnded(trained.epoch(), EpochTraining.globalStep(trained) - 1);
      return done ? new Position(trained.epoch() + 1, 0, trained.stepsPerEpoch()) : trained;
    } catch (SimMimException e) {
      // Images that cannot be read, say, must not cost the epoch.
      saver.rescue(trained, reached.sums());
      throw e;
    }
  }

  /** Whether a checkpoint is written after {@code epoch}. */
  static boolean saves(ExperimentConfig config, int epoch) {
    return epoch % config.saveFreq() == 0 || epoch == config.train().epochs() - 1;
  }
}
