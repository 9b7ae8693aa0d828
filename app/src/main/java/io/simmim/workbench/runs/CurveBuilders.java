package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.chart.SeriesBuilder;

/** Grows the curves of a run step by step. For one thread. */
final class CurveBuilders {

  private final SeriesBuilder loss = new SeriesBuilder();
  private final SeriesBuilder learningRate = new SeriesBuilder();
  private final SeriesBuilder gradientNorm = new SeriesBuilder();
  private final SeriesBuilder imagesPerSecond = new SeriesBuilder();

  void stepped(RunEvent.Step step) {
    loss.add(step.step(), step.loss());
    learningRate.add(step.step(), step.lr());
    gradientNorm.add(step.step(), step.gradNorm());
    imagesPerSecond.add(step.step(), step.imagesPerSecond());
  }

  TrainingCurves view() {
    return new TrainingCurves(
        loss.view(), learningRate.view(), gradientNorm.view(), imagesPerSecond.view());
  }
}
