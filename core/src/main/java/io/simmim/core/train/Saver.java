package io.simmim.core.train;

import io.simmim.core.checkpoint.TrainingCheckpoint.EpochSums;
import io.simmim.core.checkpoint.TrainingCheckpoint.Origin;
import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.EngineException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.core.tensor.FreedMemory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Saves a training: within epochs, after them, and at its end. A disk that refuses a checkpoint
 * does not end the training: it goes on, or at its end waits, and tries again.
 */
final class Saver implements EpochTraining.Between {

  private static final long RETRY_MILLIS = 2_000;
  private static final long STOP_PATIENCE_MILLIS = 60_000;

  private final Stage stage;
  private final TrainState state;
  private final RunFolder folder;
  private final CheckpointStore store;
  private final EventSink events;
  private final StopRequest stop;
  private final Origin origin;
  private final Ground ground;
  private final SaveClock clock;

  /** Makes sure that the run folder is there and the run's own. */
  @FunctionalInterface
  interface Ground {
    void require() throws DataException;
  }

  Saver(
      ExperimentConfig config,
      Stage stage,
      TrainState state,
      RunFolder folder,
      EventSink events,
      StopRequest stop,
      Origin origin,
      Ground ground) {
    this.stage = stage;
    this.state = state;
    this.folder = folder;
    this.store =
        new CheckpointStore(
            folder, state, new Surplus(config.keepLast(), config.keepBest()), events);
    this.events = events;
    this.stop = stop;
    this.origin = origin;
    this.ground = ground;
    this.clock = new SaveClock(config, System::nanoTime);
  }

  /** An optimizer step was taken within an epoch: saves when that is due. */
  @Override
  public void stepped(Position at, EpochSums sums) throws SimMimException {
    clock.stepped();
    // After the last step, what follows the epoch may take long, or a checkpoint comes anyway.
    if (at.trained() && !stage.validates()) {
      return;
    }
    if (clock.due() || (!clock.waits() && store.newestIsGone())) {
      attempt(folder.checkpoint(at.epoch(), at.step()), at.epoch(), at, sums);
      FreedMemory.giveBack();
    }
  }

  // Nothing but finite weights is ever saved, so the newest checkpoint has some, whichever that is.
  @Override
  public String keepFinite(Position at, EpochSums sums) throws SimMimException {
    if (state.isFinite()) {
      attempt(
          at.trained() ? folder.checkpoint(at.epoch()) : folder.checkpoint(at.epoch(), at.step()),
          at.epoch(),
          at,
          sums);
    }
    return whereFinite();
  }

  private String whereFinite() {
    return store
        .newest()
        .map("The last finite state is in %s."::formatted)
        .orElse("No finite state was saved before that.");
  }

  private void requireFinite(Position next) throws EngineException {
    if (!state.isFinite()) {
      throw new EngineException(
          "The weights are not finite any more before step %d of epoch %d, so they are not saved, and the run ends. %s Go on from there (--resume), or begin again, with a lower TRAIN.BASE_LR."
              .formatted(next.step(), next.epoch(), whereFinite()));
    }
  }

  /** An epoch ended whose checkpoint SAVE_FREQ asks for. */
  void epochEnded(int epoch, Position next, EpochSums sums) throws SimMimException {
    if (attempt(folder.checkpoint(epoch), epoch, next, sums)) {
      afterwards(epoch, next);
    }
  }

  /** Something went wrong after an epoch was trained: saves it if the disk lets it. */
  void rescue(Position trained, EpochSums sums) throws SimMimException {
    attempt(folder.checkpoint(trained.epoch()), trained.epoch(), trained, sums);
  }

  private boolean attempt(Path file, int epoch, Position next, EpochSums sums)
      throws SimMimException {
    try {
      save(file, epoch, next, sums);
      return true;
    } catch (CheckpointException | DataException e) {
      clock.refused();
      warn(e.getMessage() + " The training goes on, and tries to save again within a minute.");
      return false;
    }
  }

  /**
   * The training ends: saves, and waits for the disk as long as it refuses that.
   *
   * @param stopping whether the user asked for the end; then it waits for a minute only
   * @throws SimMimException when it could not be saved until the user asked for a stop
   */
  void last(int epoch, Position next, EpochSums sums, boolean stopping)
      throws SimMimException, InterruptedException {
    long began = System.nanoTime();
    boolean told = false;
    while (true) {
      try {
        save(folder.checkpoint(epoch), epoch, next, sums);
        break;
      } catch (CheckpointException | DataException e) {
        long waited = (System.nanoTime() - began) / 1_000_000;
        if (stopping ? waited > STOP_PATIENCE_MILLIS : stop.pending()) {
          throw e;
        }
        if (!told) {
          warn(e.getMessage() + " The training waits with its last state, and tries again.");
          told = true;
        }
        Thread.sleep(RETRY_MILLIS);
      }
    }
    afterwards(epoch, next);
  }

  private void afterwards(int epoch, Position next) throws SimMimException {
    stage.saved(epoch, lastBatch(next));
    FreedMemory.giveBack();
  }

  private void save(Path file, int epoch, Position next, EpochSums sums) throws SimMimException {
    requireFinite(next);
    boolean within = next.step() > 0;
    Moment moment =
        new Moment(
            next,
            within ? sums : EpochSums.NONE,
            Optional.of(origin),
            stage.maxAccuracy(),
            stage.classes());
    ground.require();
    double score = within ? Double.NaN : stage.score(sums.meanLoss());
    store.save(file, moment, score, epoch, lastBatch(next));
    clock.saved();
  }

  private void warn(String sentence) throws DataException {
    events.accept(new RunEvent.Warning(Instant.now(), sentence));
  }

  private static long lastBatch(Position next) {
    return EpochTraining.globalStep(next) - 1;
  }
}
