package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunStatus;
import java.util.List;
import java.util.Locale;

/** The status of a run as the window words it. */
public enum RunState {
  /** Waits for its device. */
  QUEUED,
  STARTING,
  RUNNING,
  STOPPING,
  FINISHED,
  STOPPED,
  FAILED,
  CRASHED,
  /** Trained elsewhere; its log was taken over. */
  IMPORTED;

  /** What to show for a run. */
  static RunState of(FollowedRun run) {
    if (run.manifest().filter(RunManifest::isImported).isPresent()) {
      return IMPORTED;
    }
    if (run.stopping()) {
      return STOPPING;
    }
    boolean silent = run.snapshot().isSilent();
    return run.status() == RunStatus.RUNNING && silent ? STARTING : of(run.status());
  }

  /** The state that a folder tells. */
  public static RunState of(RunStatus status) {
    return valueOf(status.name());
  }

  /** One sentence that tells the user what goes on; empty where the numbers say it all. */
  String explain(FollowedRun run) {
    return switch (this) {
      case STARTING -> "Starting: loading the engine and looking through the images.";
      case STOPPING -> "Stopping: finishing the step and saving.";
      case CRASHED ->
          "Its process is gone without saying how it ended"
              + (run.snapshot().checkpoints().isEmpty()
                  ? "."
                  : "; resume it from its last checkpoint.");
      case STOPPED, FAILED, IMPORTED ->
          run.snapshot().ended().map(RunEvent.Ended::message).orElse("");
      case QUEUED -> "Waiting for its device.";
      case RUNNING, FINISHED -> lastWarning(run.snapshot().warnings());
    };
  }

  private static String lastWarning(List<String> warnings) {
    return warnings.isEmpty() ? "" : warnings.get(warnings.size() - 1);
  }

  /** Whether a run that stands so can go on from a checkpoint. */
  boolean canResume() {
    return this == STOPPED || this == FAILED || this == CRASHED;
  }

  /** The word on the pill. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
