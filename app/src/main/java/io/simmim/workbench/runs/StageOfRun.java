package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunManifest;
import io.simmim.workbench.launch.RunStage;
import java.util.Optional;

/** Tells the stage of a run from what it left in its folder. */
final class StageOfRun {

  private StageOfRun() {}

  /** As the run said when it started; before that, as its command line says. */
  static Optional<RunStage> of(Optional<RunEvent.Started> started, Optional<RunManifest> manifest) {
    return started
        .flatMap(event -> RunStage.of(event.stage()))
        .or(
            () ->
                manifest.flatMap(m -> m.commandLine().stream().findFirst().flatMap(RunStage::of)));
  }
}
