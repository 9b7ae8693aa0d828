package io.simmim.workbench.experiment;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.workbench.chart.Series;
import io.simmim.workbench.launch.RunStage;
import java.util.List;
import java.util.Optional;

/** What a launch will do, worked out from its configuration and its images. */
public sealed interface Plan permits PretrainPlan, FinetunePlan, EvaluationPlan, ThroughputPlan {

  /**
   * One number of a plan.
   *
   * @param id short and unchanging
   * @param why explains the number
   */
  record Row(String id, String name, String value, String why) {}

  /**
   * The plan of a stage.
   *
   * @param images empty while they are unknown
   */
  static Plan of(RunStage stage, ExperimentConfig config, Optional<DataSet> images) {
    return switch (stage) {
      case PRETRAIN -> PretrainPlan.of(config, images.map(DataSet::size).orElse(0));
      case FINETUNE -> FinetunePlan.of(config, images);
      case EVALUATE -> EvaluationPlan.of(config, images);
      case THROUGHPUT -> ThroughputPlan.of(config);
    };
  }

  /** The numbers, most telling first. */
  List<Row> rows();

  /** Why these images are too few to start; empty when they are not, or not yet known. */
  String shortage();

  /** The optimizer steps; empty where nothing is trained. */
  default Optional<TrainingSteps> training() {
    return Optional.empty();
  }

  /** Learning rate over the epochs; empty where nothing is trained. */
  Optional<Series> schedule();
}
