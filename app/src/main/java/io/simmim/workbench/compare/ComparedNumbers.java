package io.simmim.workbench.compare;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.chart.Series;
import io.simmim.workbench.runs.Accuracy;
import io.simmim.workbench.runs.RunSnapshot;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The numbers of one run.
 *
 * @param epochs that were done
 * @param loss mean over the last epoch's length of steps
 * @param bestLoss lowest mean of an epoch
 * @param bestTop1 in percent
 * @param imagesPerSecond of the newest step
 * @param elapsed time of training
 */
public record ComparedNumbers(
    ComparedRun run,
    int epochs,
    Optional<Double> loss,
    Optional<Double> bestLoss,
    Optional<Double> bestTop1,
    Optional<Double> imagesPerSecond,
    Optional<Duration> elapsed) {

  static ComparedNumbers of(ComparedRun run) {
    RunSnapshot snapshot = run.run().snapshot();
    Series elapsed = snapshot.curves().elapsed();
    return new ComparedNumbers(
        run,
        snapshot.step().map(s -> s.epoch() + 1).orElse(0),
        lastLoss(snapshot),
        snapshot.bestLoss(),
        Accuracy.best(snapshot.validations()).map(RunEvent.Validation::top1),
        snapshot.step().map(RunEvent.Step::imagesPerSecond).filter(Double::isFinite),
        elapsed.isEmpty()
            ? Optional.empty()
            : Optional.of(Duration.ofMillis(Math.round(1000 * elapsed.lastY()))));
  }

  /** A single step says little: the next may be on easier images. */
  private static Optional<Double> lastLoss(RunSnapshot run) {
    Series loss = run.curves().loss();
    if (loss.isEmpty()) {
      return Optional.empty();
    }
    int epoch = Math.max(1, run.started().map(s -> s.stepsPerEpoch()).orElse(1));
    int from = loss.indexAt(loss.lastX() - epoch + 1);
    return Optional.of(
        IntStream.range(from, loss.size()).mapToDouble(loss::y).average().orElse(Double.NaN));
  }
}
