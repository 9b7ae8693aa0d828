package io.simmim.core.testing;

import ai.djl.ndarray.NDArray;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.model.Models;
import io.simmim.core.model.SimMim;
import io.simmim.core.model.StateDict;
import io.simmim.core.tensor.Npz;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.util.Map;

/** A golden pre-training case, loaded into a model of ours. */
public final class PretrainingCase implements AutoCloseable {

  private final String name;
  private final TorchEngine engine;
  private final Scope scope;
  private final ExperimentConfig config;
  private final TrainingCheckpoint checkpoint;
  private final SimMim model;

  /** {@code checkpointFile} is relative to the golden folder. */
  public PretrainingCase(String name, String checkpointFile) throws SimMimException {
    this.name = name;
    engine = TorchEngine.start("cpu");
    engine.enterThread(true);
    scope = Scope.open();
    config =
        new ConfigLoader().load(Golden.path(name + "/config.yaml"), Overrides.none()).orThrow();
    model = Models.simMim(engine, config, 0);
    checkpoint = TrainingCheckpoint.read(Golden.path(checkpointFile));
    StateDict.load(engine, model.parameters(), checkpoint.model());
  }

  public TorchEngine engine() {
    return engine;
  }

  public ExperimentConfig config() {
    return config;
  }

  public SimMim model() {
    return model;
  }

  public TrainingCheckpoint checkpoint() {
    return checkpoint;
  }

  /** The arrays of a file of the golden folder. */
  public Map<String, NDArray> arrays(String file) throws SimMimException {
    return Npz.read(engine.manager(), Golden.path(file));
  }

  public String name() {
    return name;
  }

  @Override
  public void close() {
    scope.close();
    model.close();
    engine.close();
  }
}
