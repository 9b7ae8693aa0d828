package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.shell.StatusBarViewModel;

/** A running run in the words of the status bar. */
public final class JobWords {

  private JobWords() {}

  /**
   * The words for a run.
   *
   * @param others how many more runs are under way
   */
  public static StatusBarViewModel.Job of(FollowedRun run, int others) {
    RunSnapshot snapshot = run.snapshot();
    String epochs = snapshot.started().map(s -> "/" + s.epochs()).orElse("");
    String steps = snapshot.started().map(s -> "/" + InWords.count(s.stepsPerEpoch())).orElse("");
    return new StatusBarViewModel.Job(
        run.name() + " / " + run.tag(),
        snapshot.step().map(s -> (s.epoch() + 1) + epochs).orElse(InWords.NONE),
        snapshot.step().map(s -> InWords.count(s.stepInEpoch() + 1) + steps).orElse(InWords.NONE),
        snapshot.progress(),
        snapshot.step().map(RunEvent.Step::loss).map(InWords::number).orElse(InWords.NONE),
        snapshot
            .step()
            .map(RunEvent.Step::imagesPerSecond)
            .map(InWords::speed)
            .orElse(InWords.NONE),
        snapshot.remaining().map(InWords::duration).orElse(InWords.NONE),
        others);
  }
}
