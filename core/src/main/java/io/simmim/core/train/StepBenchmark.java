package io.simmim.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.EngineException;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.model.Models;
import io.simmim.core.model.SimMim;
import io.simmim.core.optim.ParameterGroup;
import io.simmim.core.optim.ParameterGroups;
import io.simmim.core.tensor.ProcessMemory;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Times whole pre-training steps (forward, backward, clip, optimizer) on random images. */
public final class StepBenchmark {

  private static final double NANOS = 1e9;

  private final TorchEngine engine;
  private final ExperimentConfig config;

  public StepBenchmark(TorchEngine engine, ExperimentConfig config) {
    this.engine = engine;
    this.config = config;
  }

  /**
   * What was measured.
   *
   * @param minSeconds fastest step
   * @param medianSeconds middle step
   * @param peakMb peak memory, see {@link ProcessMemory}
   */
  public record Timing(
      long parameters, int batchSize, double minSeconds, double medianSeconds, double peakMb) {}

  /** Runs {@code warmup} steps unmeasured, then {@code steps}. */
  public Timing run(int warmup, int steps) throws EngineException {
    try (SimMim model = Models.simMim(engine, config, config.seed());
        TrainState state = state(model, warmup + steps);
        Scope scope = Scope.open()) {
      TrainingStep step = state.step();
      Example example = PretrainingStage.example(model, images(), masks());
      List<Double> seconds = new ArrayList<>();
      for (int i = 0; i < warmup + steps; i++) {
        long start = System.nanoTime();
        step.run(example, 0, i);
        if (i >= warmup) {
          seconds.add((System.nanoTime() - start) / NANOS);
        }
      }
      Collections.sort(seconds);
      return new Timing(
          model.parameters().size(),
          config.data().batchSize(),
          seconds.get(0),
          seconds.get(seconds.size() / 2),
          ProcessMemory.peakMb(engine.device()));
    }
  }

  private TrainState state(SimMim model, int steps) throws EngineException {
    List<ParameterGroup> groups = ParameterGroups.pretraining(model, config.train().weightDecay());
    return new TrainState(engine, config, model, groups, steps);
  }

  private NDArray images() {
    int size = config.data().imgSize();
    Shape shape = new Shape(config.data().batchSize(), config.model().inChans(), size, size);
    return engine.manager().randomNormal(shape);
  }

  private NDArray masks() {
    MaskGenerator generator = MaskGenerator.of(config);
    int grid = generator.gridSize();
    FloatBuffer values = FloatBuffer.allocate(config.data().batchSize() * grid * grid);
    SplittableRandom random = new SplittableRandom(0);
    for (int i = 0; i < config.data().batchSize(); i++) {
      generator.generate(random).writeTo(values);
    }
    return engine
        .manager()
        .create(values.array(), new Shape(config.data().batchSize(), grid, grid));
  }
}
