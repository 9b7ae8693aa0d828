package io.simmim.core.bench;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.EngineException;
import io.simmim.core.model.Models;
import io.simmim.core.model.SimMim;
import io.simmim.core.tensor.AutocastMode;
import io.simmim.core.tensor.ProcessMemory;
import io.simmim.core.tensor.TorchEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Times pre-training steps, or forward passes, of a configuration's model on random pictures, and
 * beside it those of the same model out of a TorchScript file.
 */
public final class ModelBenchmark {

  /** Rounds after which memory has grown to what it will be. */
  private static final int ALONE = 2;

  private final TorchEngine engine;
  private final ExperimentConfig config;
  private final Work work;

  /** The engine's thread must be entered. */
  public ModelBenchmark(TorchEngine engine, ExperimentConfig config, Work work) {
    this.engine = engine;
    this.config = config;
    this.work = work;
  }

  /**
   * What was measured.
   *
   * @param own this program
   * @param torchScript the file, when there was one
   * @param peakMb peak memory of this program, see {@link ProcessMemory}; where there is a file,
   *     before that was loaded
   */
  public record Measurement(
      long parameters, int batchSize, Timing own, Optional<Timing> torchScript, double peakMb) {}

  /**
   * Runs {@code warmup} rounds unmeasured, then {@code rounds}.
   *
   * @param torchScript file with the same model, run turn by turn with the own one
   */
  public Measurement run(int warmup, int rounds, Optional<Path> torchScript)
      throws EngineException, CheckpointException {
    AutocastMode autocast = AutocastMode.of(config.precision(), engine);
    List<Contender> contenders = new ArrayList<>();
    try (RandomBatch batch = RandomBatch.of(engine, config);
        SimMim model = Models.simMim(engine, config, config.seed())) {
      contenders.add(own(model, batch, autocast));
      double peakMb = 0;
      if (torchScript.isPresent()) {
        new Alternation(warmup, ALONE).time(contenders);
        peakMb = ProcessMemory.peakMb(engine.device());
        contenders.add(other(batch, autocast, torchScript.get()));
      }
      List<Timing> timings = new Alternation(warmup, rounds).time(contenders);
      return new Measurement(
          model.parameters().size(),
          config.data().batchSize(),
          timings.get(0),
          timings.stream().skip(1).findFirst(),
          torchScript.isPresent() ? peakMb : ProcessMemory.peakMb(engine.device()));
    } finally {
      contenders.forEach(Contender::close);
    }
  }

  private Contender own(SimMim model, RandomBatch batch, AutocastMode autocast)
      throws EngineException {
    return work == Work.FORWARD
        ? new OwnForward(model, batch, autocast)
        : new OwnStep(engine, config, model, batch);
  }

  private Contender other(RandomBatch batch, AutocastMode autocast, Path file)
      throws CheckpointException {
    return work == Work.FORWARD
        ? new TorchScriptForward(engine, batch, autocast, file)
        : new TorchScriptStep(engine, config, batch, autocast, file);
  }
}
