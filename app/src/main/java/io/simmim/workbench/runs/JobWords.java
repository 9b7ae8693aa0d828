package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.shell.StatusBarViewModel;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A running run in the words of the status bar. */
public final class JobWords {

  private static final String GAP = "   ";

  private JobWords() {}

  /**
   * The words for a run.
   *
   * @param others how many more runs are under way
   */
  public static StatusBarViewModel.Job of(FollowedRun run, int others) {
    RunSnapshot snapshot = run.snapshot();
    RunStage stage = run.stage().orElse(RunStage.PRETRAIN);
    return new StatusBarViewModel.Job(
        run.name() + " / " + run.tag(),
        stage.trains() ? trained(snapshot) : measured(stage, snapshot),
        snapshot.progress(),
        figures(snapshot),
        others);
  }

  private static String trained(RunSnapshot snapshot) {
    String epochs = snapshot.started().map(s -> "/" + s.epochs()).orElse("");
    String steps = snapshot.started().map(s -> "/" + InWords.count(s.stepsPerEpoch())).orElse("");
    return snapshot
        .step()
        .map(
            s ->
                "epoch "
                    + (s.epoch() + 1)
                    + epochs
                    + GAP
                    + "step "
                    + InWords.count(s.stepInEpoch() + 1)
                    + steps
                    + validating(snapshot))
        .orElse("starting");
  }

  private static String validating(RunSnapshot snapshot) {
    return snapshot
        .task()
        .filter(t -> t.done() < t.total())
        .map(t -> GAP + "validating " + InWords.count(t.done()) + "/" + InWords.count(t.total()))
        .orElse("");
  }

  private static String measured(RunStage stage, RunSnapshot snapshot) {
    String doing = stage == RunStage.EVALUATE ? "evaluating" : "measuring";
    return doing
        + snapshot
            .task()
            .map(t -> GAP + InWords.count(t.done()) + "/" + InWords.count(t.total()))
            .orElse("");
  }

  private static String figures(RunSnapshot snapshot) {
    Optional<Double> speed =
        snapshot
            .step()
            .map(RunEvent.Step::imagesPerSecond)
            .or(() -> snapshot.task().map(RunEvent.Progress::imagesPerSecond));
    return Stream.of(
            snapshot.step().map(s -> "loss " + InWords.number(s.loss())),
            Accuracy.last(snapshot.validations()).map(v -> "top-1 " + InWords.percent(v.top1())),
            speed.map(s -> InWords.speed(s) + " img/s"),
            snapshot.remaining().map(r -> "ETA " + InWords.duration(r)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(GAP));
  }
}
