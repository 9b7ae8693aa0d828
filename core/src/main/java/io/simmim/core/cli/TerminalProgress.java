package io.simmim.core.cli;

import io.simmim.core.run.ElapsedTime;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Ended;
import io.simmim.core.run.RunEvent.Epoch;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Skipped;
import io.simmim.core.run.RunEvent.Started;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.run.RunEvent.Warning;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A training as seen from a terminal: one line that is drawn again and again, with a bar and the
 * time that is left. Where nobody watches, a plain line now and then and at the end of each epoch.
 */
public final class TerminalProgress implements EventSink {

  private static final Duration REDRAW = Duration.ofMillis(100);
  private static final Duration PLAIN_LINE = Duration.ofSeconds(30);

  private final StatusLine line;
  private final boolean interactive;
  private final StepsAhead ahead = new StepsAhead();
  private Instant lastDrawn = Instant.MIN;

  /** On standard error, so that standard output holds results only. */
  public static TerminalProgress onTerminal() {
    return new TerminalProgress(System.err, Terminal.isInteractive());
  }

  TerminalProgress(PrintStream out, boolean interactive) {
    this.line = new StatusLine(out);
    this.interactive = interactive;
  }

  @Override
  public void accept(RunEvent event) {
    if (event instanceof Started started) {
      ahead.start(started);
      line.print(
          "%d images, %d epochs of %d steps with %d images each, on %s"
              .formatted(
                  started.trainImages(),
                  started.epochs(),
                  started.stepsPerEpoch(),
                  started.batchSize(),
                  started.device()));
    } else if (event instanceof Step step) {
      step(step);
    } else if (event instanceof Epoch epoch) {
      line.print(
          String.format(
              Locale.ROOT,
              "epoch %d of %d done: mean loss %.4f, %s",
              epoch.epoch() + 1,
              ahead.epochs(),
              epoch.meanLoss(),
              ElapsedTime.format(epoch.seconds())));
    } else if (event instanceof Warning warning) {
      line.print("Warning: " + warning.message());
    } else if (event instanceof Skipped skipped) {
      line.print(
          "Warning: %d unreadable images left out, such as %s"
              .formatted(skipped.count(), String.join(", ", skipped.examples())));
    } else if (event instanceof Ended ended && ended.outcome() != Outcome.FAILED) {
      // A failure is the command's last word already.
      line.print(ended.message());
    }
  }

  private void step(Step step) {
    ahead.step(step);
    Duration pause = interactive ? REDRAW : PLAIN_LINE;
    if (lastDrawn.equals(Instant.MIN) || !step.time().isBefore(lastDrawn.plus(pause))) {
      lastDrawn = step.time();
      if (interactive) {
        line.draw(describe(step, StatusLine.bar(ahead.done(step)) + " "));
      } else {
        line.print(describe(step, ""));
      }
    }
  }

  private String describe(Step step, String bar) {
    return String.format(
        Locale.ROOT,
        "%s%3.0f %%  epoch %d/%d  loss %.4f  lr %.1e  %.0f images/s  ETA %s",
        bar,
        100 * ahead.done(step),
        step.epoch() + 1,
        ahead.epochs(),
        step.loss(),
        step.lr(),
        step.imagesPerSecond(),
        ElapsedTime.format(ahead.secondsLeft(step)));
  }
}
