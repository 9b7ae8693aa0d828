package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunStatus;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.launch.RunStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The numbers at the top of a training's page. */
final class Metrics {

  private Metrics() {}

  /** What matters most at the stage that the run is at. */
  static List<Metric> of(FollowedRun run) {
    RunSnapshot snapshot = run.snapshot();
    boolean classifies = run.stage().filter(RunStage.FINETUNE::equals).isPresent();
    List<Metric> metrics = new ArrayList<>(classifies ? accuracy(snapshot) : List.of());
    metrics.add(metric("epoch", "Epoch", epoch(snapshot), 9));
    metrics.add(metric("step", "Step", step(snapshot), 12));
    if (!classifies) {
      metrics.add(
          metric("loss", "Loss", snapshot.step().map(RunEvent.Step::loss).map(InWords::number), 9));
    }
    metrics.add(
        metric(
            "speed",
            "Images/s",
            snapshot.step().map(RunEvent.Step::imagesPerSecond).map(InWords::speed),
            7));
    boolean underWay = run.status() == RunStatus.RUNNING;
    metrics.add(
        metric(
            "remaining",
            "Remaining",
            snapshot.remaining().filter(r -> underWay).map(InWords::duration),
            11));
    metrics.add(
        metric(
            "memory",
            "Peak memory",
            snapshot.step().map(RunEvent.Step::memoryMb).map(InWords::memory),
            9));
    return List.copyOf(metrics);
  }

  private static List<Metric> accuracy(RunSnapshot snapshot) {
    Optional<RunEvent.Validation> last = Accuracy.last(snapshot.validations());
    Optional<RunEvent.Validation> best = Accuracy.best(snapshot.validations());
    String bestTitle = best.map(b -> "Best, epoch " + (b.epoch() + 1)).orElse("Best top-1");
    return List.of(
        metric("top1", "Top-1", last.map(v -> InWords.percent(v.top1())), 8),
        metric("best", bestTitle, best.map(v -> InWords.percent(v.top1())), 9),
        metric("top5", "Top-5", last.map(v -> InWords.percent(v.top5())), 8),
        metric("validation-loss", "Val. loss", last.map(v -> InWords.number(v.loss())), 8));
  }

  private static Optional<String> epoch(RunSnapshot snapshot) {
    String epochs = snapshot.started().map(s -> " / " + s.epochs()).orElse("");
    return snapshot.step().map(s -> (s.epoch() + 1) + epochs);
  }

  private static Optional<String> step(RunSnapshot snapshot) {
    String steps = snapshot.started().map(s -> " / " + InWords.count(s.stepsPerEpoch())).orElse("");
    return snapshot.step().map(s -> InWords.count(s.stepInEpoch() + 1) + steps);
  }

  private static Metric metric(String id, String title, Optional<String> value, int room) {
    return new Metric(id, title, value.orElse(InWords.NONE), room);
  }
}
