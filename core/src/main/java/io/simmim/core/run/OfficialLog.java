package io.simmim.core.run;

import io.simmim.core.fault.DataException;
import io.simmim.core.run.RunEvent.Checkpoint;
import io.simmim.core.run.RunEvent.Ended;
import io.simmim.core.run.RunEvent.Epoch;
import io.simmim.core.run.RunEvent.Note;
import io.simmim.core.run.RunEvent.Preview;
import io.simmim.core.run.RunEvent.Pruned;
import io.simmim.core.run.RunEvent.Skipped;
import io.simmim.core.run.RunEvent.Started;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.run.RunEvent.Throughput;
import io.simmim.core.run.RunEvent.Validation;
import io.simmim.core.run.RunEvent.Warning;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/**
 * The story of a run for people, and for the tools that read the official logs: the layout of
 * {@code logger.py}, {@code main_simmim.py} and {@code main_finetune.py}, with the line numbers of
 * the statements that print there. Three differences: lines of steps end with the share of time
 * that was spent waiting for data, the loss is the true one also with accumulation, and the
 * learning rate is the one of the step itself, not of the next.
 */
public final class OfficialLog implements EventSink, AutoCloseable {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final String INFO = "INFO";
  private static final String PRETRAINING = "main_simmim.py";
  private static final String FINE_TUNING = "main_finetune.py";
  private static final Set<String> TRAININGS = Set.of("pretrain", "finetune");

  private final Path file;
  private final LineFile lines;
  private final String name;
  private final int printFrequency;
  private final ZoneId zone;

  private final RunningMean time = new RunningMean();
  private final RunningMean loss = new RunningMean();
  private final RunningMean gradNorm = new RunningMean();
  private final DataWait waiting = new DataWait();
  private int epochs;
  private int stepsPerEpoch;
  private Instant trainingStart = Instant.EPOCH;
  private String script = PRETRAINING;
  private boolean training;
  private int missing;

  private OfficialLog(Path file, LineFile lines, String name, int printFrequency, ZoneId zone) {
    this.file = file;
    this.lines = lines;
    this.name = name;
    this.printFrequency = printFrequency;
    this.zone = zone;
  }

  /**
   * Appends to {@code file}.
   *
   * @param name MODEL.NAME
   * @param printFrequency PRINT_FREQ: every so many steps of an epoch, from its first, one line
   * @param zone of the printed times
   */
  public static OfficialLog open(Path file, String name, int printFrequency, ZoneId zone)
      throws DataException {
    try {
      LineFile lines = LineFile.open(file);
      if (!lines.unfinishedLine().isEmpty()) {
        lines.append("\n"); // a crash tore it
      }
      return new OfficialLog(file, lines, name, printFrequency, zone);
    } catch (IOException e) {
      throw DiskFault.writing(file, e);
    }
  }

  /**
   * Goes on within an epoch: its means count the steps before as well.
   *
   * @param steps that were done of the epoch
   * @param lossSum over them
   * @param gradNormSum over them
   */
  public void goesOn(long steps, double lossSum, double gradNormSum) {
    loss.begin(steps, lossSum);
    gradNorm.begin(steps, gradNormSum);
  }

  /**
   * Writes the event's lines.
   *
   * @throws DataException when the disk refuses one; it is left out, and how many are is said once
   *     the disk takes lines again
   */
  @Override
  public void accept(RunEvent event) throws DataException {
    if (event instanceof Started started) {
      start(started);
    } else if (event instanceof Step step) {
      step(step);
    } else if (event instanceof Epoch epoch) {
      String spent = ElapsedTime.format(epoch.seconds());
      line(event, 192, INFO, "EPOCH %d training takes %s".formatted(epoch.epoch(), spent));
    } else if (event instanceof Checkpoint checkpoint) {
      line(
          event,
          112,
          INFO,
          "checkpoint of epoch %d: %s".formatted(checkpoint.epoch(), checkpoint.file()));
    } else if (event instanceof Pruned pruned) {
      line(event, 112, INFO, "deleted: " + String.join(", ", pruned.files()));
    } else if (event instanceof Preview preview) {
      line(event, 112, INFO, "%d probe images reconstructed".formatted(preview.probes()));
    } else if (event instanceof Validation validation) {
      validation(validation);
    } else if (event instanceof Throughput throughput) {
      line(event, 255, INFO, throughput(throughput));
    } else if (event instanceof Note note) {
      line(event, 94, INFO, note.message());
    } else if (event instanceof Warning warning) {
      line(event, 94, "WARNING", warning.message());
    } else if (event instanceof Skipped skipped) {
      line(
          event,
          69,
          "WARNING",
          "%d unreadable images left out: %s".formatted(skipped.count(), skipped.examples()));
    } else if (event instanceof Ended ended) {
      end(ended);
    }
  }

  @Override
  public void close() throws DataException {
    try {
      lines.close();
    } catch (IOException e) {
      throw DiskFault.writing(file, e);
    }
  }

  private void start(Started started) throws DataException {
    script = started.stage().equals("pretrain") ? PRETRAINING : FINE_TUNING;
    epochs = started.epochs();
    stepsPerEpoch = started.stepsPerEpoch();
    trainingStart = started.time();
    line(started, 83, INFO, "number of params: " + started.parameters());
    if (started.resumedFrom() != null) {
      line(started, 98, INFO, "resuming from " + started.resumedFrom());
    }
    training = TRAININGS.contains(started.stage());
    if (training) {
      line(started, 105, INFO, "Start training");
    }
  }

  private void step(Step step) throws DataException {
    if (step.stepInEpoch() == 0) {
      time.reset();
      loss.reset();
      gradNorm.reset();
    }
    waiting.add(step);
    time.add(step.stepSeconds());
    loss.add(step.loss());
    gradNorm.add(step.gradNorm());
    if (step.stepInEpoch() % printFrequency == 0) {
      line(step, 184, INFO, train(step));
    }
  }

  private String train(Step step) {
    int index = step.stepInEpoch();
    String eta = ElapsedTime.format(time.mean() * (stepsPerEpoch - index));
    return String.format(
        Locale.ROOT,
        "Train: [%d/%d][%d/%d]\teta %s lr %.6f\ttime %s\tloss %s\tgrad_norm %s\tmem %.0fMB\t%s",
        step.epoch(),
        epochs,
        index,
        stepsPerEpoch,
        eta,
        step.lr(),
        time.format(),
        loss.format(),
        gradNorm.format(),
        step.memoryMb(),
        waiting.inWords());
  }

  private void validation(Validation v) throws DataException {
    line(v, 242, INFO, format(" * Acc@1 %.3f Acc@5 %.3f", v.top1(), v.top5()));
    line(v, 165, INFO, "Loss on the " + v.images() + " test images: " + format("%.4f", v.loss()));
    line(
        v,
        167,
        INFO,
        format("Accuracy of the network on the %d test images: %.1f%%", v.images(), v.top1()));
    line(v, 169, INFO, format("Max accuracy: %.2f%%", v.bestTop1()));
  }

  private static String throughput(Throughput t) {
    return "batch_size %d throughput %s".formatted(t.batchSize(), t.imagesPerSecond());
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  private void end(Ended ended) throws DataException {
    if (training) {
      long millis = ended.time().toEpochMilli() - trainingStart.toEpochMilli();
      double seconds = Math.max(0, millis) / 1000.0; // the clock may have been set back
      line(ended, 116, INFO, "Training time " + ElapsedTime.format(seconds));
    }
    String level = ended.outcome() == RunEvent.Outcome.FAILED ? "ERROR" : INFO;
    line(ended, 116, level, ended.outcome() + ": " + ended.message());
  }

  private void line(RunEvent event, int statement, String level, String message)
      throws DataException {
    try {
      if (missing > 0) {
        String gap = "the disk refused %d lines that belong here".formatted(missing);
        lines.append(text(event, 94, "WARNING", gap));
        missing = 0;
      }
      lines.append(text(event, statement, level, message));
    } catch (IOException e) {
      missing++;
      throw DiskFault.writing(file, e);
    }
  }

  private String text(RunEvent event, int statement, String level, String message) {
    String when = TIME.format(event.time().atZone(zone));
    return "[%s %s] (%s %d): %s %s%n".formatted(when, name, script, statement, level, message);
  }
}
