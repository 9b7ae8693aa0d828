package io.simmim.core.train;

import ai.djl.ndarray.NDArray;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.checkpoint.TrainingCheckpoint.EpochSums;
import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.EngineException;
import io.simmim.core.model.Network;
import io.simmim.core.model.StateDict;
import io.simmim.core.optim.Accumulation;
import io.simmim.core.optim.LinearScaledLr;
import io.simmim.core.optim.LrSchedule;
import io.simmim.core.optim.Optimizer;
import io.simmim.core.optim.ParameterGroup;
import io.simmim.core.run.ContentHash;
import io.simmim.core.tensor.AutocastMode;
import io.simmim.core.tensor.GradMode;
import io.simmim.core.tensor.LossScaler;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a checkpoint saves and a resume brings back: model, optimizer, schedule. */
public final class TrainState implements AutoCloseable {

  private final TorchEngine engine;
  private final ExperimentConfig config;
  private final Network network;
  private final Optimizer optimizer;
  private final LrSchedule schedule;
  private final Accumulation accumulation;
  private final AutocastMode autocast;
  private final LossScaler scaler;

  /**
   * The state of a training that begins.
   *
   * @param network stays the caller's to close
   * @param stepsPerEpoch batches in an epoch
   */
  public TrainState(
      TorchEngine engine,
      ExperimentConfig config,
      Network network,
      List<ParameterGroup> groups,
      int stepsPerEpoch)
      throws EngineException {
    this.engine = engine;
    this.config = config;
    this.network = network;
    this.autocast = AutocastMode.of(config.precision(), engine);
    this.scaler = LossScaler.of(config.precision(), engine);
    this.optimizer = Optimizer.of(engine, network.parameters(), groups, config.train().optimizer());
    this.schedule = LrSchedule.of(config.train(), LinearScaledLr.of(config, 1), stepsPerEpoch);
    this.accumulation = Accumulation.of(config.train().accumulationSteps(), stepsPerEpoch);
  }

  /** Steps that train it. */
  public TrainingStep step() {
    var settings =
        new TrainingStep.Settings(
            config.train().clipGrad(), config.seed(), config.train().useCheckpoint());
    return new TrainingStep(
        engine, network, optimizer, schedule, accumulation, autocast, scaler, settings);
  }

  /** Sentences about what is not done as the configuration says. */
  List<String> warnings() {
    return AutocastMode.note(config.precision(), engine).stream().toList();
  }

  /**
   * Puts model and optimizer back as they were when {@code saved} was written.
   *
   * @return sentences about what is not in the file as in the model
   */
  List<String> restore(TrainingCheckpoint saved) throws CheckpointException {
    if (saved.optimizer().isEmpty()) {
      throw new CheckpointException(
          "The checkpoint holds no state of an optimizer that fits these weights, so training cannot"
              + " go on from it; resume from a checkpoint that a training saved.");
    }
    List<String> remarks = StateDict.load(engine, network.parameters(), saved.model());
    optimizer.restore(saved.optimizer());
    scaler.load(saved.scaler());
    return remarks;
  }

  /** Whether every weight is a finite number. */
  boolean isFinite() {
    try (GradMode off = GradMode.off()) {
      return network.parameters().parameters().values().stream().allMatch(TrainState::isFinite);
    }
  }

  // Zero times infinity and zero times what is no number are no numbers.
  private static boolean isFinite(NDArray array) {
    try (Scope scope = Scope.open()) {
      return Ops.scalar(array.mul(0).sum()) == 0;
    }
  }

  /** Bytes of the tensors that {@link #save} writes, which is nearly all of the file. */
  long bytes() {
    long moments = optimizer.rememberedPerScalar() * network.parameters().size() * Float.BYTES;
    return moments
        + network.parameters().state().values().stream()
            .mapToLong(array -> array.size() * array.getDataType().getNumOfBytes())
            .sum();
  }

  /**
   * Writes everything to a file.
   *
   * @param next the batch that training would go on with
   * @param maxAccuracy best validation accuracy so far in percent
   * @param classes their names by index, empty where there are none
   */
  void save(Path file, Position next, double maxAccuracy, List<String> classes)
      throws CheckpointException {
    save(file, new Moment(next, EpochSums.NONE, Optional.empty(), maxAccuracy, classes));
  }

  /**
   * Writes everything to a file.
   *
   * @return what was written
   */
  ContentHash save(Path file, Moment moment) throws CheckpointException {
    Position next = moment.next();
    long last = accumulation.lastUpdate(next.epoch(), next.step());
    List<Double> scales = optimizer.groups().stream().map(ParameterGroup::lrScale).toList();
    List<Double> lr = scales.stream().map(s -> schedule.afterStep(last, s)).toList();
    double base = LinearScaledLr.of(config, 1).base();
    List<Double> initialLr = scales.stream().map(s -> base * s).toList();
    return new TrainingCheckpoint(
            StateDict.capture(network.parameters()),
            optimizer.capture(lr, initialLr),
            schedule.state(scales),
            moment.maxAccuracy(),
            next.lastTrainedEpoch(),
            scaler.stateDict(),
            config.values().toNested(),
            moment.classes(),
            Optional.of(next),
            moment.sums(),
            moment.origin())
        .write(file);
  }

  @Override
  public void close() {
    scaler.close();
    optimizer.close();
  }
}
