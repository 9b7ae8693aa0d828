package io.simmim.workbench.sweep;

import io.simmim.core.config.ConfigResult;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.run.RunFolder;
import io.simmim.core.sweep.Sweep;
import io.simmim.core.sweep.SweepRun;
import io.simmim.workbench.experiment.DataSet;
import io.simmim.workbench.launch.RunStage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the runs of a sweep are worked out from.
 *
 * @param tag with which their tags begin
 * @param images empty while they are not counted
 * @param output folder that holds the runs
 */
record SweepDraft(
    RunStage stage,
    ExperimentConfig config,
    Sweep sweep,
    String tag,
    Optional<DataSet> images,
    Path output) {

  /** Works them out; looks at the disk for those that are there. */
  SweepPreview preview() {
    List<SweptRun> runs =
        sweep.runs(config, tag, this::withRulesOfStage).stream().map(this::run).toList();
    return new SweepPreview(Optional.of(sweep), runs, "");
  }

  private SweptRun run(SweepRun run) {
    RunFolder folder = RunFolder.of(output, run.config().model().name(), run.tag());
    return SweptRun.of(stage, run, folder, images, folder.exists());
  }

  private ConfigResult withRulesOfStage(ConfigResult result) {
    return switch (stage) {
      case PRETRAIN -> result.forPretraining();
      case FINETUNE -> result.forFinetuning();
      case EVALUATE, THROUGHPUT -> result.forEvaluation();
    };
  }
}
