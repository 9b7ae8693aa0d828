package io.simmim.core.reconstruct;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.EngineException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.inspect.CheckpointConfig;
import io.simmim.core.model.Models;
import io.simmim.core.model.SimMim;
import io.simmim.core.model.StateDict;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Path;
import java.util.Map;

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
   * Loads a checkpoint of a pre-training. Where nothing says what it was trained to predict, that
   * is estimated.
   *
   * @throws SimMimException when it cannot be read, its configuration is neither in it nor told by
   *     its tensors, or it lacks what reconstructing needs
   */
  public LoadedModel load(Path checkpoint) throws SimMimException {
    CheckpointFile file = CheckpointFile.open(checkpoint);
    CheckpointConfig found = CheckpointConfig.of(null, file, Overrides.none());
    ExperimentConfig stated = found.result().forPretraining().orThrow();
    Map<String, Object> weights = file.training().model();
    ExperimentConfig config =
        found.statesTarget()
            ? stated
            : new TargetEstimator(engine).estimate(stated, weights).in(stated);
    SimMim model = Models.simMim(engine, config, 0);
    try {
      StateDict.load(engine, model.parameters(), weights);
      file.requireUnchanged();
      return new LoadedModel(engine, model, config);
    } catch (SimMimException | RuntimeException e) {
      model.close();
      throw e;
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
