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
import java.util.ArrayList;
import java.util.List;
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

  /** What the models are made with. */
  public TorchEngine engine() {
    return engine;
  }

  /**
   * Loads a checkpoint of a pre-training by its own configuration.
   *
   * @throws SimMimException when it cannot be read, its configuration is neither in it nor told by
   *     its tensors, or it lacks what reconstructing needs
   */
  public LoadedModel load(Path checkpoint) throws SimMimException {
    CheckpointFile file = CheckpointFile.open(checkpoint);
    return load(file, CheckpointConfig.of(null, file, Overrides.none()));
  }

  /**
   * The same by a configuration that was found for it. Where nothing says what it was trained to
   * predict, that is estimated.
   *
   * @throws SimMimException when it lacks what reconstructing needs
   */
  public LoadedModel load(CheckpointFile file, CheckpointConfig found) throws SimMimException {
    List<String> remarks = new ArrayList<>();
    found.remark().ifPresent(remarks::add);
    remarks.addAll(file.remarks());
    Map<String, Object> weights = file.training().model();
    ExperimentConfig config = withTarget(found, weights, remarks);
    SimMim model = Models.simMim(engine, config, 0);
    try {
      remarks.addAll(StateDict.load(engine, model.parameters(), weights));
      file.requireUnchanged();
      return new LoadedModel(engine, model, config, remarks);
    } catch (SimMimException | RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private ExperimentConfig withTarget(
      CheckpointConfig found, Map<String, Object> weights, List<String> remarks)
      throws SimMimException {
    ExperimentConfig stated = found.result().forPretraining().orThrow();
    if (found.statesTarget()) {
      return stated;
    }
    TargetEstimate estimate = new TargetEstimator(engine).estimate(stated, weights);
    remarks.add("The target is not stated; " + estimate.sentence() + "." + consequence(estimate));
    return estimate.in(stated);
  }

  private static String consequence(TargetEstimate estimate) {
    return estimate.verdict() == TargetEstimate.Verdict.CANNOT_TELL
        ? " It is taken for raw pixels; a --cfg that says %s True changes that."
            .formatted(CheckpointConfig.NORM_TARGET)
        : "";
  }

  @Override
  public void close() {
    engine.close();
  }
}
