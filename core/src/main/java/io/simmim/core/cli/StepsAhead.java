package io.simmim.core.cli;

import io.simmim.core.run.RunEvent.Started;
import io.simmim.core.run.RunEvent.Step;

/** How far a training is and how long the rest takes at its latest speed. */
final class StepsAhead {

  /** Weight of the newest step: the speed of about the last twenty steps counts. */
  private static final double NEWEST = 0.05;

  private int epochs;
  private long steps = 1;
  private double secondsPerStep = Double.NaN;

  void start(Started started) {
    epochs = started.epochs();
    steps = Math.max(1, (long) epochs * started.stepsPerEpoch());
    secondsPerStep = Double.NaN;
  }

  void step(Step step) {
    double seconds = step.stepSeconds();
    secondsPerStep =
        Double.isNaN(secondsPerStep) ? seconds : (1 - NEWEST) * secondsPerStep + NEWEST * seconds;
  }

  int epochs() {
    return epochs;
  }

  /** The part of all micro-steps that is done, from 0 to 1. */
  double done(Step step) {
    return Math.min(1, (step.epoch() * (double) steps / epochs + step.stepInEpoch() + 1) / steps);
  }

  double secondsLeft(Step step) {
    return steps * (1 - done(step)) * secondsPerStep;
  }
}
