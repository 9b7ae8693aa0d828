package io.simmim.core.bench;

import ai.djl.ndarray.NDArray;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.model.ParameterMap;
import io.simmim.core.optim.Optimizer;
import io.simmim.core.optim.ParameterGroups;
import io.simmim.core.tensor.Autocast;
import io.simmim.core.tensor.AutocastMode;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.tensor.TorchScriptModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The same pre-training step around a TorchScript model {@code (x, mask) -> loss}: same engine,
 * same clipping, same optimizer.
 */
final class TorchScriptStep implements Contender {

  private final TorchEngine engine;
  private final ExperimentConfig config;
  private final RandomBatch batch;
  private final AutocastMode autocast;
  private final TorchScriptModel model;
  private final Optimizer optimizer;

  /** The batch stays the caller's to close. */
  TorchScriptStep(
      TorchEngine engine,
      ExperimentConfig config,
      RandomBatch batch,
      AutocastMode autocast,
      Path file)
      throws CheckpointException {
    this.engine = engine;
    this.config = config;
    this.batch = batch;
    this.autocast = autocast;
    model = TorchScriptModel.load(engine, file);
    try (Autocast cast = autocast.enter()) {
      model.check(file, batch.x(), batch.wholeMask());
    }
    // The file's own names do not matter here; the shapes tell the two groups apart.
    Map<String, NDArray> numbered = new LinkedHashMap<>();
    model.parameters().forEach(p -> numbered.put("parameter." + numbered.size(), p));
    ParameterMap map = ParameterMap.of(numbered);
    optimizer =
        Optimizer.of(
            engine,
            map,
            ParameterGroups.pretraining(map, Set.of(), config.train().weightDecay()),
            config.train().optimizer());
  }

  @Override
  public void run(int index) {
    try (Scope scope = Scope.open()) {
      NDArray loss;
      try (Autocast cast = autocast.enter()) {
        loss = model.forward(batch.x(), batch.wholeMask());
      }
      optimizer.gradients().backward(loss);
      Ops.scalar(loss);
    }
    engine.script().clipGradNorm(optimizer.gradients().arrays(), config.train().clipGrad());
    optimizer.step(optimizer.groups().stream().map(group -> config.train().baseLr()).toList());
  }

  @Override
  public void close() {
    optimizer.close();
    model.close();
  }
}
