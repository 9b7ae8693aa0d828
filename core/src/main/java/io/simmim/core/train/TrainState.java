package io.simmim.core.train;

import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.model.Models;
import io.simmim.core.model.SimMim;
import io.simmim.core.model.StateDict;
import io.simmim.core.optim.Accumulation;
import io.simmim.core.optim.LinearScaledLr;
import io.simmim.core.optim.LrSchedule;
import io.simmim.core.optim.Optimizer;
import io.simmim.core.optim.ParameterGroup;
import io.simmim.core.optim.ParameterGroups;
import io.simmim.core.tensor.TorchEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a checkpoint saves and a resume brings back: model, optimizer, schedule. */
final class TrainState implements AutoCloseable {

  private final TorchEngine engine;
  private final ExperimentConfig config;
  private final SimMim model;
  private final Optimizer optimizer;
  private final LrSchedule schedule;
  private final Accumulation accumulation;

  TrainState(TorchEngine engine, ExperimentConfig config, int stepsPerEpoch) {
    this.engine = engine;
    this.config = config;
    this.model = Models.simMim(engine, config, config.seed());
    List<ParameterGroup> groups = ParameterGroups.pretraining(model, config.train().weightDecay());
    this.optimizer = Optimizer.of(engine, model.parameters(), groups, config.train().optimizer());
    this.schedule = LrSchedule.of(config.train(), LinearScaledLr.of(config, 1), stepsPerEpoch);
    this.accumulation = Accumulation.of(config.train().accumulationSteps(), stepsPerEpoch);
  }

  SimMim model() {
    return model;
  }

  PretrainingStep step() {
    return new PretrainingStep(
        engine, model, optimizer, schedule, accumulation, config.train().clipGrad(), config.seed());
  }

  /** Puts model and optimizer back as they were when {@code saved} was written. */
  void restore(TrainingCheckpoint saved) throws CheckpointException {
    if (saved.optimizer().isEmpty()) {
      throw new CheckpointException(
          "The checkpoint holds weights only, so training cannot go on from it; resume from a"
              + " checkpoint that a training saved.");
    }
    StateDict.load(engine, model.parameters(), saved.model());
    optimizer.restore(saved.optimizer());
  }

  /**
   * Writes everything to {@code file}; {@code next} is the batch that training would go on with.
   */
  void save(Path file, Position next) throws CheckpointException {
    long last = accumulation.lastUpdate(next.epoch(), next.step());
    List<Double> scales = optimizer.groups().stream().map(ParameterGroup::lrScale).toList();
    List<Double> lr = scales.stream().map(s -> schedule.afterStep(last, s)).toList();
    double base = LinearScaledLr.of(config, 1).base();
    List<Double> initialLr = scales.stream().map(s -> base * s).toList();
    new TrainingCheckpoint(
            StateDict.capture(model.parameters()),
            optimizer.capture(lr, initialLr),
            schedule.state(scales),
            0,
            next.epoch() - 1,
            config.values().toNested(),
            Optional.of(next))
        .write(file);
  }

  @Override
  public void close() {
    optimizer.close();
    model.close();
  }
}
