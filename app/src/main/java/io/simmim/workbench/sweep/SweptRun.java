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
    /** There is a run in its folder. */
    EXISTS,
    /** Its values do not go together. */
    IMPOSSIBLE
  }

  /**
   * @param images empty while they are not counted
   * @param exists whether there is a run in the folder
   */
  static SweptRun of(
      RunStage stage, SweepRun run, RunFolder folder, Optional<DataSet> images, boolean exists) {
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
        exists ? Fate.EXISTS : Fate.READY,
        exists ? "There is a run with this tag; it is left as it is." : "",
        plan instanceof PretrainPlan masked ? Optional.of(masked.realRatio()) : Optional.empty(),
        total,
        steps.map(s -> total * s.effectiveBatch()).orElse(0L));
  }

  private static SweptRun impossible(SweepRun run, RunFolder folder, String why) {
    return new SweptRun(run, folder, Fate.IMPOSSIBLE, why, Optional.empty(), 0, 0);
  }
}
