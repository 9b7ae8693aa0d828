package io.simmim.core.testing;

import ai.djl.ndarray.NDArray;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.model.Network;
import io.simmim.core.model.StateDict;
import io.simmim.core.tensor.Npz;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.weights.CheckpointFile;
import java.util.Map;

/** A golden case, loaded into a network of ours. */
public abstract class GoldenCase<N extends Network> implements AutoCloseable {

  private final String name;
  private final TorchEngine engine;
  private final Scope scope;
  private final ExperimentConfig config;
  private final TrainingCheckpoint checkpoint;
  private final N model;

  /** Builds the network of a case. */
  protected interface Builder<N> {
    N build(TorchEngine engine, ExperimentConfig config, long seed);
  }

  /** {@code checkpointFile} is relative to the golden folder. */
  protected GoldenCase(String name, String checkpointFile, Builder<N> builder)
      throws SimMimException {
    this.name = name;
    engine = TorchEngine.start("cpu");
    engine.enterThread(true);
    scope = Scope.open();
    config = official(name);
    model = builder.build(engine, config, 0);
    checkpoint = CheckpointFile.open(Golden.path(checkpointFile)).training();
    StateDict.load(engine, model.parameters(), checkpoint.model());
  }

  // The two repositories have different defaults.
  private static ExperimentConfig official(String name) throws SimMimException {
    ExperimentConfig given =
        new ConfigLoader().load(Golden.path(name + "/config.yaml"), Overrides.none()).orThrow();
    String repository = Golden.json(name + "/case.json").get("official_repo").getAsString();
    return given.with("TRAIN.LR_SCHEDULER.WARMUP_PREFIX", repository.endsWith("Swin-Transformer"));
  }

  public TorchEngine engine() {
    return engine;
  }

  public ExperimentConfig config() {
    return config;
  }

  public N model() {
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
