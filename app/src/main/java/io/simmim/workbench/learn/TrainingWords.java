package io.simmim.workbench.learn;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.runs.FollowedRun;

/** How a training of a lesson goes, in a few words. */
final class TrainingWords {

  static final String DRAWING = "Drawing the pictures…";
  static final String STARTING = "Starting the engine…";

  private TrainingWords() {}

  static String of(FollowedRun run) {
    return switch (run.status()) {
      case RUNNING -> running(run);
      case FINISHED -> "Finished" + afterEpochs(run) + ".";
      case STOPPED -> "Stopped" + afterEpochs(run) + ".";
      case FAILED -> run.snapshot().ended().map(RunEvent.Ended::message).orElse("It failed.");
      case CRASHED -> "Its process is gone; open it in Runs to resume it.";
    };
  }

  private static String running(FollowedRun run) {
    if (run.stopping()) {
      return "Finishing the step and saving…";
    }
    int epochs = run.snapshot().started().map(RunEvent.Started::epochs).orElse(0);
    String left =
        run.snapshot().remaining().map(time -> ", " + InWords.duration(time) + " left").orElse("");
    return run.snapshot()
        .step()
        .map(step -> "Epoch %d of %d%s".formatted(step.epoch() + 1, epochs, left))
        .orElse(STARTING);
  }

  private static String afterEpochs(FollowedRun run) {
    return run.snapshot().step().map(step -> " after epoch " + (step.epoch() + 1)).orElse("");
  }
}
