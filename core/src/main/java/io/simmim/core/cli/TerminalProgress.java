package io.simmim.core.cli;

import io.simmim.core.run.DataWait;
import io.simmim.core.run.ElapsedTime;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Ended;
import io.simmim.core.run.RunEvent.Epoch;
import io.simmim.core.run.RunEvent.Note;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Progress;
import io.simmim.core.run.RunEvent.Skipped;
import io.simmim.core.run.RunEvent.Started;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.run.RunEvent.Throughput;
import io.simmim.core.run.RunEvent.Validation;
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
  private static final double WORTH_SAYING = 0.01;

  private final StatusLine line;
  private final boolean interactive;
  private final StepsAhead ahead = new StepsAhead();
  private final DataWait waiting = new DataWait();
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
      line.print(opening(started));
    } else if (event instanceof Step step) {
      step(step);
    } else if (event instanceof Epoch epoch) {
      line.print(
          format(
              "epoch %d of %d done: mean loss %.4f, %s%s",
              epoch.epoch() + 1,
              ahead.epochs(),
              epoch.meanLoss(),
              ElapsedTime.format(epoch.seconds()),
              epoch.skippedSteps() == 0
                  ? ""
                  : ", %d steps skipped".formatted(epoch.skippedSteps())));
    } else if (event instanceof Progress progress) {
      progress(progress);
    } else if (event instanceof Validation validation) {
      line.print(validation(validation));
    } else if (event instanceof Throughput throughput) {
      line.print(
          format(
              "%.1f images/s (%d iterations of %d images)",
              throughput.imagesPerSecond(), throughput.iterations(), throughput.batchSize()));
    } else if (event instanceof Note note) {
      line.print(note.message());
    } else if (event instanceof Warning warning) {
      line.print("Warning: " + warning.message());
    } else if (event instanceof Skipped skipped) {
      line.print(
          "Warning: %d unreadable images left out so far, now %s"
              .formatted(skipped.count(), String.join(", ", skipped.examples())));
    } else if (event instanceof Ended ended && ended.outcome() != Outcome.FAILED) {
      // A failure is the command's last word already.
      line.print(ended.message());
    }
  }

  private static String opening(Started started) {
    return switch (started.stage()) {
      case "evaluate" ->
          "%d images in batches of %d, on %s"
              .formatted(started.trainImages(), started.batchSize(), started.device());
      case "throughput" ->
          "batches of %d images, on %s".formatted(started.batchSize(), started.device());
      default ->
          "%d images, %d epochs of %d steps with %d images each, on %s"
              .formatted(
                  started.trainImages(),
                  started.epochs(),
                  started.stepsPerEpoch(),
                  started.batchSize(),
                  started.device());
    };
  }

  private static String validation(Validation v) {
    return format(
        "top-1 %.2f %%, top-5 %.2f %%, loss %.4f on %d images (best top-1 %.2f %%)",
        v.top1(), v.top5(), v.loss(), v.images(), v.bestTop1());
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  private void step(Step step) {
    ahead.step(step);
    waiting.add(step);
    draw(step.time(), ahead.done(step), describe(step));
  }

  private void progress(Progress progress) {
    double done = progress.done() / (double) Math.max(1, progress.total());
    draw(
        progress.time(),
        done,
        format(
            "%3.0f %%  %s %d/%d  %.0f images/s",
            100 * done,
            progress.task(),
            progress.done(),
            progress.total(),
            progress.imagesPerSecond()));
  }

  private void draw(Instant now, double done, String text) {
    Duration pause = interactive ? REDRAW : PLAIN_LINE;
    boolean first = lastDrawn.equals(Instant.MIN);
    boolean clockSetBack = now.isBefore(lastDrawn);
    if (!first && !clockSetBack && now.isBefore(lastDrawn.plus(pause))) {
      return;
    }
    lastDrawn = now;
    if (interactive) {
      line.draw(StatusLine.bar(done) + " " + text);
    } else {
      line.print(text);
    }
  }

  /** Said where it matters only: the line is long enough. */
  private String waits() {
    return waiting.share().orElse(0) < WORTH_SAYING ? "" : "  " + waiting.inWords();
  }

  private String describe(Step step) {
    return format(
        "%3.0f %%  epoch %d/%d  loss %.4f  lr %.1e  %.0f images/s%s  ETA %s",
        100 * ahead.done(step),
        step.epoch() + 1,
        ahead.epochs(),
        step.loss(),
        step.lr(),
        step.imagesPerSecond(),
        waits(),
        ElapsedTime.format(ahead.secondsLeft(step)));
  }
}
