package io.simmim.workbench.sweep;

import io.simmim.core.run.RunFolder;
import io.simmim.core.sweep.SweepRun;
import io.simmim.workbench.experiment.DataSet;
import io.simmim.workbench.experiment.Plan;
import io.simmim.workbench.experiment.PretrainPlan;
import io.simmim.workbench.experiment.TrainingSteps;
import io.simmim.workbench.launch.RunStage;
import java.util.Optional;

/**
 * One run that a sweep would make.
 *
 * @param folder where it would be
 * @param fate whether it can be made
 * @param why it cannot, in one sentence; empty when it can
 * @param realRatio share of hidden patches; empty where nothing is masked
 * @param steps optimizer steps; 0 while unknown, and where nothing is trained
 * @param images that these steps see, with repetitions
 */
public record SweptRun(
    SweepRun run,
    RunFolder folder,
    Fate fate,
    String why,
    Optional<Double> realRatio,
    long steps,
    long images) {

  /** What becomes of it. */
  public enum Fate {
    READY,
    /** Its run is in its folder already, or waits for its turn. */
    EXISTS,
    /** Its values do not go together. */
    IMPOSSIBLE
  }

  /**
   * @param images empty while they are not counted
   * @param taken what its folder is already used for; empty when it is free
   */
  static SweptRun of(
      RunStage stage, SweepRun run, RunFolder folder, Optional<DataSet> images, String taken) {
    if (!run.faults().isEmpty()) {
      return impossible(run, folder, run.faults().get(0));
    }
    Plan plan = Plan.of(stage, run.config(), images);
    if (!plan.shortage().isEmpty()) {
      return impossible(run, folder, plan.shortage());
    }
    Optional<TrainingSteps> steps = plan.training();
    long total = steps.map(TrainingSteps::total).orElse(0L);
    return new SweptRun(
        run,
        folder,
        taken.isEmpty() ? Fate.READY : Fate.EXISTS,
        taken,
        plan instanceof PretrainPlan masked ? Optional.of(masked.realRatio()) : Optional.empty(),
        total,
        steps.map(s -> total * s.effectiveBatch()).orElse(0L));
  }

  private static SweptRun impossible(SweepRun run, RunFolder folder, String why) {
    return new SweptRun(run, folder, Fate.IMPOSSIBLE, why, Optional.empty(), 0, 0);
  }
}
