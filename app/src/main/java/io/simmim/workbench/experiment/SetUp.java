package io.simmim.workbench.experiment;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.launch.Weights;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be launched, but for its name and place.
 *
 * @param config empty while it has faults
 * @param data folder of images; empty while they are not counted, and where none are needed
 * @param weights checkpoint to begin with; empty for none
 * @param checkpointUnsettled whether a checkpoint is wanted that cannot be used, or not yet
 * @param shortage why the images are too few; empty when they are not
 */
public record SetUp(
    RunStage stage,
    Optional<ExperimentConfig> config,
    Optional<Path> data,
    Optional<Weights> weights,
    boolean checkpointUnsettled,
    String shortage) {

  static final SetUp NOTHING =
      new SetUp(RunStage.PRETRAIN, Optional.empty(), Optional.empty(), Optional.empty(), false, "");

  /** What is missing, and what to do; empty when nothing is. */
  String problem() {
    if (config.isEmpty()) {
      return "The configuration has faults; correct the marked keys.";
    }
    if (checkpointUnsettled) {
      return "The checkpoint cannot be used; choose another one.";
    }
    if (stage == RunStage.EVALUATE && weights.isEmpty()) {
      return "Choose the checkpoint to evaluate.";
    }
    if (stage.needsImages() && data.isEmpty()) {
      return stage.classifies()
          ? "Choose a folder with a folder of images for each class."
          : "Choose a folder of images.";
    }
    return shortage;
  }
}
