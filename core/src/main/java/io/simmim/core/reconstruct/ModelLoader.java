package io.simmim.core.reconstruct;

import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.EngineException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.model.Models;
import io.simmim.core.model.SimMim;
import io.simmim.core.model.StateDict;
import io.simmim.core.tensor.TorchEngine;
import java.nio.file.Path;

/** Makes models out of checkpoints, on the thread that started it. */
public final class ModelLoader implements AutoCloseable {

  private final TorchEngine engine;

  private ModelLoader(TorchEngine engine) {
    this.engine = engine;
  }

  /**
   * Starts the engine.
   *
   * @param device {@code cpu} or {@code cuda:N}
   * @throws EngineException when the native library cannot be loaded or the device is not there
   */
  public static ModelLoader start(String device) throws EngineException {
    TorchEngine engine = TorchEngine.start(device);
    engine.enterThread(false);
    return new ModelLoader(engine);
  }

  /**
   * Loads a checkpoint of a pre-training.
   *
   * @throws SimMimException when it cannot be read, holds no configuration, or not all that
   *     reconstructing needs
   */
  public LoadedModel load(Path checkpoint) throws SimMimException {
    TrainingCheckpoint saved = TrainingCheckpoint.read(checkpoint);
    ExperimentConfig config = config(saved, checkpoint);
    SimMim model = Models.simMim(engine, config, 0);
    try {
      StateDict.load(engine, model.parameters(), saved.model());
      return new LoadedModel(engine, model, config);
    } catch (SimMimException | RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private static ExperimentConfig config(TrainingCheckpoint saved, Path checkpoint)
      throws SimMimException {
    if (saved.config().isEmpty()) {
      throw new CheckpointException(
          "Checkpoint '"
              + checkpoint
              + "' does not hold its configuration, so its model cannot be built: open one that a"
              + " pre-training wrote.");
    }
    return new ConfigLoader()
        .fromNested(saved.config(), checkpoint.toString(), Overrides.none())
        .forPretraining()
        .orThrow();
  }

  @Override
  public void close() {
    engine.close();
  }
}
