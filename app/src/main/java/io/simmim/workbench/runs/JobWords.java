package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.fx.Readable;
import io.simmim.workbench.shell.StatusBarViewModel;

/** A running run in the words of the status bar. */
public final class JobWords {

  private JobWords() {}

  /**
   * @param others how many more runs are under way
   */
  public static StatusBarViewModel.Job of(FollowedRun run, int others) {
    RunSnapshot snapshot = run.snapshot();
    String epochs = snapshot.started().map(s -> "/" + s.epochs()).orElse("");
    String steps = snapshot.started().map(s -> "/" + Readable.count(s.stepsPerEpoch())).orElse("");
    return new StatusBarViewModel.Job(
        run.name() + " / " + run.tag(),
        snapshot.step().map(s -> (s.epoch() + 1) + epochs).orElse(Readable.NONE),
        snapshot.step().map(s -> Readable.count(s.stepInEpoch() + 1) + steps).orElse(Readable.NONE),
        snapshot.progress(),
        snapshot.step().map(RunEvent.Step::loss).map(Readable::number).orElse(Readable.NONE),
        snapshot
            .step()
            .map(RunEvent.Step::imagesPerSecond)
            .map(Readable::speed)
            .orElse(Readable.NONE),
        snapshot.remaining().map(Readable::duration).orElse(Readable.NONE),
        others);
  }
}
