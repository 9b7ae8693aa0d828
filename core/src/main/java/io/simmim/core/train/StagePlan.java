package io.simmim.core.train;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.data.EpochLoader;
import io.simmim.core.data.ImageFolder;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunFolder;
import io.simmim.core.tensor.TorchEngine;

/**
 * A stage whose data was found and whose configuration fits it, before anything heavy is started.
 */
interface StagePlan {

  /** As in {@link io.simmim.core.run.RunEvent.Started#stage}. */
  String name();

  /** The configuration with what the data decides, such as the number of classes. */
  ExperimentConfig config();

  /** The images to train on. */
  ImageFolder images();

  /** The batches made of them. */
  EpochLoader<?> loader();

  /**
   * Makes sure that there is something to do.
   *
   * @throws DataException when an epoch has too few batches for one optimizer step
   */
  default void requireOneStep() throws DataException {
    int batches = loader().stepsPerEpoch();
    int accumulated = config().train().accumulationSteps();
    if (batches < accumulated) {
      throw new DataException(
          "An epoch has %d batches, fewer than TRAIN.ACCUMULATION_STEPS (%d), so no step would ever be taken: lower one of them or add images."
              .formatted(batches, accumulated));
    }
  }

  /**
   * Builds the network and what goes with it.
   *
   * @param events told what happens beside training steps
   */
  Stage open(TorchEngine engine, RunFolder folder, EventSink events) throws SimMimException;
}
