package io.simmim.core.train;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.data.ImageFolder;
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

  /**
   * Builds the network and what goes with it.
   *
   * @param events told what happens beside training steps
   */
  Stage open(TorchEngine engine, RunFolder folder, EventSink events) throws SimMimException;
}
