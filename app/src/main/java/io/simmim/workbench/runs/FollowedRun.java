package io.simmim.workbench.runs;

import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunStatus;
import io.simmim.workbench.launch.RunStage;
import java.util.Optional;

/**
 * A run folder as it was found at one moment.
 *
 * @param stopping whether a stop was asked for that the run has not yet answered
 */
public record FollowedRun(
    RunFolder folder,
    RunStatus status,
    boolean stopping,
    Optional<RunManifest> manifest,
    RunSnapshot snapshot) {

  /** MODEL.NAME, from the folder. */
  public String name() {
    return folder.path().getParent().getFileName().toString();
  }

  /** What it does; empty before it said so. */
  public Optional<RunStage> stage() {
    return StageOfRun.of(snapshot.started(), manifest);
  }

  public String tag() {
    return folder.path().getFileName().toString();
  }
}
