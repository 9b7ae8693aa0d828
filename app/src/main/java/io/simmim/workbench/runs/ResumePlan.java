package io.simmim.workbench.runs;

import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunSummary;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.launch.StageCommand;
import java.util.List;
import java.util.Optional;

/**
 * How an ended run goes on: same folder, same data, from its newest checkpoint that is whole, which
 * the training finds by itself.
 */
final class ResumePlan {

  /** Whatever the run began with, it goes on from its own folder. */
  private static final List<String> FROM_ITS_FOLDER =
      List.of("MODEL.RESUME", "", "TRAIN.AUTO_RESUME", "True");

  private ResumePlan() {}

  /**
   * The command that resumes the run.
   *
   * @throws SimMimException if the run left no checkpoint, or its files cannot be read
   */
  static StageCommand of(RunFolder folder) throws SimMimException {
    if (folder.checkpoints().isEmpty() && folder.interimCheckpoints().isEmpty()) {
      throw new CheckpointException(
          "This run has no checkpoint to resume from: it ended before its first one; launch it"
              + " again from the Experiment page.");
    }
    RunSummary run = RunSummary.read(folder);
    return new StageCommand(
        StageOfRun.of(run.started(), run.manifest()).orElse(RunStage.PRETRAIN),
        folder.config(),
        Optional.empty(),
        Optional.empty(),
        folder.path().getParent().getParent(),
        folder.path().getFileName().toString(),
        run.manifest().map(RunManifest::device).orElse("cpu"),
        FROM_ITS_FOLDER);
  }
}
