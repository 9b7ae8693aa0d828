package io.simmim.workbench.compare;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.chart.Series;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.runs.Accuracy;
import io.simmim.workbench.runs.RunSnapshot;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** What of several runs is drawn in one chart. */
public enum CompareMetric {
  LOSS("loss", "Training loss", true, InWords::number, run -> run.curves().loss()),
  ACCURACY(
      "accuracy",
      "Validation accuracy, top-1 %",
      false,
      InWords::percent,
      run -> Accuracy.overSteps(run.validations(), RunEvent.Validation::top1)),
  GRADIENT_NORM("norm", "Gradient norm", true, InWords::number, run -> run.curves().gradientNorm()),
  LEARNING_RATE("lr", "Learning rate", false, InWords::rate, run -> run.curves().learningRate()),
  SPEED("speed", "Images/s", true, InWords::speed, run -> run.curves().imagesPerSecond());

  private final String id;
  private final String title;
  private final boolean noisy;
  private final DoubleFunction<String> words;
  private final Function<RunSnapshot, Series> series;

  CompareMetric(
      String id,
      String title,
      boolean noisy,
      DoubleFunction<String> words,
      Function<RunSnapshot, Series> series) {
    this.id = id;
    this.title = title;
    this.noisy = noisy;
    this.words = words;
    this.series = series;
  }

  /** The four that say most about these runs. */
  static List<CompareMetric> of(List<ComparedRun> runs) {
    boolean measured = runs.stream().anyMatch(r -> !r.run().snapshot().validations().isEmpty());
    return List.of(LOSS, measured ? ACCURACY : GRADIENT_NORM, LEARNING_RATE, SPEED);
  }

  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  /** Whether smoothing helps to see it. */
  boolean isNoisy() {
    return noisy;
  }

  /** How one value is written. */
  DoubleFunction<String> words() {
    return words;
  }

  /** Over the steps of a run. */
  Series of(RunSnapshot run) {
    return series.apply(run);
  }
}
