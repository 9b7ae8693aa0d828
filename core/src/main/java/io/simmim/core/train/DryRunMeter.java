package io.simmim.core.train;

import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Progress;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.run.RunEvent.Validation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Listens to a training that is only measured, and says when it has heard enough. */
final class DryRunMeter implements EventSink {

  private static final double NANOS = 1e9;
  private static final int LEAST_STEPS = 2;

  private final DryRun.Progress progress;
  private final Set<String> remarks = new LinkedHashSet<>();
  private final List<Step> steps = new ArrayList<>();
  private String task = "";
  private int wanted;
  private double limit;
  private long start;
  private Progress evaluated;
  private Validation validation;
  private boolean finite = true;
  private int notFinite;

  DryRunMeter(DryRun.Progress progress) {
    this.progress = progress;
  }

  /** Begins to listen to training: as many steps as wanted, or as fit into the time. */
  void beginSteps(String name, int count, double seconds) {
    begin(name, count, seconds);
    progress.at(task, 0, wanted);
  }

  /** Begins to listen to an evaluation: all of it, or as much as fits into the time. */
  void beginEvaluation(String name, double seconds) {
    begin(name, Integer.MAX_VALUE, seconds);
    evaluated = null;
    validation = null;
  }

  private void begin(String name, int count, double seconds) {
    task = name;
    wanted = count;
    limit = seconds;
    start = System.nanoTime();
    steps.clear();
  }

  @Override
  public void accept(RunEvent event) {
    if (event instanceof Step step) {
      steps.add(step);
      finite = Double.isFinite(step.loss() + step.gradNorm());
      notFinite += finite ? 0 : 1;
      progress.at(task, steps.size(), wanted);
    } else if (event instanceof Progress done) {
      evaluated = done;
      progress.at(task, (int) done.done(), (int) done.total());
    } else if (event instanceof Validation complete) {
      validation = complete;
    } else if (event instanceof RunEvent.Warning warning && finite) {
      remarks.add(warning.message());
    } else if (event instanceof RunEvent.Skipped skipped) {
      remarks.add("%d images cannot be read and are left out.".formatted(skipped.count()));
    }
  }

  /** Whether what was begun may end. */
  boolean enough() {
    boolean late = (System.nanoTime() - start) / NANOS >= limit;
    return steps.size() >= wanted || (late && (evaluated != null || steps.size() >= LEAST_STEPS));
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Whether the evaluation came to its end. */
  boolean evaluatedAll() {
    return validation != null;
  }

  /** Seconds of a whole evaluation; empty when there was none. */
  OptionalDouble evaluationSeconds() {
    if (validation != null) {
      return OptionalDouble.of(validation.seconds());
    }
    return evaluated == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(evaluated.total() / evaluated.imagesPerSecond());
  }

  /** Whether loss and gradients of the last step were. */
  boolean finite() {
    return finite;
  }

  void remark(String sentence) {
    remarks.add(sentence);
  }

  List<String> remarks() {
    if (notFinite > 0) {
      remarks.add(
          "In %d steps loss or gradients were not finite, and the weights were left alone."
              .formatted(notFinite));
    }
    return List.copyOf(remarks);
  }
}
