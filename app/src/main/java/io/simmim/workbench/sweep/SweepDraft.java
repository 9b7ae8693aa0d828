package io.simmim.workbench.sweep;

import io.simmim.core.config.ConfigResult;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.queue.QueuedRun;
import io.simmim.core.queue.RunQueue;
import io.simmim.core.run.RunFolder;
import io.simmim.core.sweep.Sweep;
import io.simmim.core.sweep.SweepRun;
import io.simmim.workbench.experiment.DataSet;
import io.simmim.workbench.launch.RunStage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    Set<Path> waiting = waiting();
    List<SweptRun> runs =
        sweep.runs(config, tag, this::withRulesOfStage).stream()
            .map(run -> run(run, waiting))
            .toList();
    return new SweepPreview(Optional.of(sweep), runs, "");
  }

  private SweptRun run(SweepRun run, Set<Path> waiting) {
    RunFolder folder = RunFolder.of(output, run.config().model().name(), run.tag());
    boolean waits = waiting.contains(folder.path().toAbsolutePath().normalize());
    String taken = waits ? "waits already" : folder.exists() ? "is there already" : "";
    return SweptRun.of(stage, run, folder, images, taken);
  }

  /** Those that failed to start may be given to the queue again. */
  private Set<Path> waiting() {
    try {
      return new RunQueue(output)
          .list().runs().stream()
              .filter(run -> run.state() != QueuedRun.State.FAILED)
              .map(run -> run.runFolder().path())
              .collect(Collectors.toSet());
    } catch (DataException e) {
      // Then the queue itself says so when it is given the runs.
      return Set.of();
    }
  }

  private ConfigResult withRulesOfStage(ConfigResult result) {
    return switch (stage) {
      case PRETRAIN -> result.forPretraining();
      case FINETUNE -> result.forFinetuning();
      case EVALUATE, THROUGHPUT -> result.forEvaluation();
    };
  }
}
