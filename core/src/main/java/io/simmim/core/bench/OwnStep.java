package io.simmim.core.bench;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.EngineException;
import io.simmim.core.model.SimMim;
import io.simmim.core.optim.ParameterGroups;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.train.Example;
import io.simmim.core.train.TrainState;
import io.simmim.core.train.TrainingStep;

/** A pre-training step as the training does it: forward, backward, clip, optimizer. */
final class OwnStep implements Contender {

  private final TrainState state;
  private final TrainingStep step;
  private final Example example;

  /** The model and the batch stay the caller's to close. */
  OwnStep(TorchEngine engine, ExperimentConfig config, SimMim model, RandomBatch batch)
      throws EngineException {
    state =
        new TrainState(
            engine,
            config,
            model,
            ParameterGroups.pretraining(model, config.train().weightDecay()),
            Integer.MAX_VALUE);
    step = state.step();
    example = Example.masked(model, batch.x(), batch.mask());
  }

  @Override
  public void run(int index) {
    try (Scope scope = Scope.open()) {
      step.run(example, 0, index);
    }
  }

  @Override
  public void close() {
    state.close();
  }
}
