package io.simmim.core.train;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.EngineException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.Estimate;
import io.simmim.core.tensor.TorchEngine;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The first steps of a training, taken only to be measured: the same model, optimizer, images,
 * augmentation and loop as in {@link TrainingRun}, but nothing is left of them on disk.
 */
public final class DryRun {

  private final ExperimentConfig given;
  private final PlanMaker planMaker;
  private final String device;

  /** Finds the data of a stage. */
  private interface PlanMaker {
    StagePlan of(ExperimentConfig config, StopRequest stop) throws SimMimException;
  }

  /** Told how far it has come, each task beginning anew. */
  public interface Progress {

    /**
     * A step further.
     *
     * @param task what is done, in a few words
     * @param total 0 when it cannot be counted
     */
    void at(String task, int done, int total);
  }

  /**
   * How much is measured, at most.
   *
   * @param warmup steps before those that count
   * @param steps that count
   * @param seconds after which a measurement ends when it has at least one step
   */
  public record Effort(int warmup, int steps, double seconds) {

    public static final Effort USUAL = new Effort(6, 20, 45);
  }

  private DryRun(ExperimentConfig config, PlanMaker planMaker, String device) {
    this.given = config;
    this.planMaker = planMaker;
    this.device = device;
  }

  /** {@code config} must keep the rules of pre-training. */
  public static DryRun pretraining(ExperimentConfig config, String device) {
    return new DryRun(config, (c, stop) -> PretrainingPlan.of(c), device);
  }

  /**
   * Fine-tuning from random weights, which take as long as trained ones.
   *
   * @param config must keep the rules of fine-tuning
   */
  public static DryRun fineTuning(ExperimentConfig config, String device) {
    return new DryRun(config, (c, stop) -> FineTuningPlan.of(c, false, false, stop), device);
  }

  /**
   * Measures.
   *
   * @return empty when it was stopped
   * @throws SimMimException when the training could not begin, or memory is too small for it, or
   *     its numbers are not finite
   */
  public Optional<Estimate> execute(Effort effort, Progress progress, BooleanSupplier stopSignal)
      throws SimMimException, InterruptedException {
    long start = System.nanoTime();
    DryRunMeter meter = new DryRunMeter(progress);
    try (ScratchFolder scratch = ScratchFolder.create()) {
      StopRequest stop =
          new StopRequest(() -> stopSignal.getAsBoolean() || meter.enough(), scratch.asRunFolder());
      progress.at("reading the list of images", 0, 0);
      StagePlan plan = planMaker.of(given, stop);
      plan.requireOneStep();
      progress.at("building the model", 0, 0);
      return measure(plan, scratch, new Clocks(effort, meter, stop, stopSignal, start));
    }
  }

  /** What ends a measurement, and what it is told. */
  record Clocks(
      Effort effort, DryRunMeter meter, StopRequest stop, BooleanSupplier stopped, long start) {}

  private Optional<Estimate> measure(StagePlan plan, ScratchFolder scratch, Clocks clocks)
      throws SimMimException, InterruptedException {
    try (TorchEngine engine = TorchEngine.start(device);
        Stage stage = plan.open(engine, scratch.asRunFolder(), clocks.meter());
        TrainState state =
            new TrainState(
                engine,
                plan.config(),
                stage.network(),
                stage.parameterGroups(),
                stage.loader().stepsPerEpoch())) {
      engine.enterThread(true);
      state.warnings().forEach(clocks.meter()::remark);
      return new DryRunMeasurement(engine, plan, stage, state, scratch, clocks).run();
    } catch (ai.djl.engine.EngineException e) {
      Optional<EngineException> shortage = MemoryShortage.of(e, plan.config(), device);
      if (shortage.isPresent()) {
        throw shortage.get();
      }
      throw e;
    }
  }
}
