package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.chart.Series;
import io.simmim.workbench.chart.SeriesBuilder;
import java.time.Duration;
import java.time.Instant;

/** Grows the curves of a run step by step. For one thread. */
final class CurveBuilders {

  private final SeriesBuilder loss = new SeriesBuilder();
  private final SeriesBuilder learningRate = new SeriesBuilder();
  private final SeriesBuilder gradientNorm = new SeriesBuilder();
  private final SeriesBuilder imagesPerSecond = new SeriesBuilder();
  private final SeriesBuilder elapsed = new SeriesBuilder();
  private Instant startedAt;
  private double before;

  /** Training begins, or goes on from a step. */
  void started(RunEvent.Started started) {
    Series soFar = elapsed.view();
    int kept = soFar.indexAt(started.startStep());
    before = kept == 0 ? 0 : soFar.y(kept - 1);
    startedAt = started.time();
  }

  void stepped(RunEvent.Step step) {
    startedAt = startedAt == null ? step.time() : startedAt;
    double seconds = Duration.between(startedAt, step.time()).toMillis() / 1000.0;
    elapsed.add(step.step(), neverBackwards(step.step(), before + seconds));
    loss.add(step.step(), step.loss());
    learningRate.add(step.step(), step.lr());
    gradientNorm.add(step.step(), step.gradNorm());
    imagesPerSecond.add(step.step(), step.imagesPerSecond());
  }

  /** Of a clock that was set back while the run went on. */
  private double neverBackwards(long step, double seconds) {
    Series soFar = elapsed.view();
    int earlier = soFar.indexAt(step);
    return earlier == 0 ? seconds : Math.max(soFar.y(earlier - 1), seconds);
  }

  TrainingCurves view() {
    return new TrainingCurves(
        loss.view(),
        learningRate.view(),
        gradientNorm.view(),
        imagesPerSecond.view(),
        elapsed.view());
  }
}
