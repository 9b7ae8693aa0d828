package io.simmim.core.run;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the log of an official training ({@code log_rank0.txt} of the SimMIM and the Swin
 * Transformer repositories, and of {@link OfficialLog}) as the events of a run. A log to which
 * several starts were appended becomes one run that was resumed. Steps are iterations, which with
 * gradient accumulation are more than optimizer steps. The learning rate of a line is the one that
 * the scheduler had set for the next iteration.
 */
public final class OfficialLogReader {

  private static final Pattern ACCURACY = Pattern.compile("\\* Acc@1 ([0-9.]+) Acc@5 ([0-9.]+).*");
  private static final Pattern TESTED =
      Pattern.compile("Accuracy of the network on the (\\d+) test images.*");
  private static final Pattern TEST_LOSS =
      Pattern.compile(
          "(?:Test: .*\\bLoss [^ ]+ \\(|Loss on the \\d+ test images: )([0-9.]+)\\)?.*");
  private static final Pattern EPOCH = Pattern.compile("EPOCH (\\d+) training takes (.*)");
  private static final Pattern PARAMETERS = Pattern.compile("number of params: (\\d+)");
  private static final Pattern BATCH = Pattern.compile("\\s+BATCH_SIZE: (\\d+)");
  private static final Pattern CONFIG = Pattern.compile("[A-Z][A-Z_0-9]*:( .*)?");

  private final ZoneId zone;
  private final List<RunEvent> events = new ArrayList<>();
  private final StringBuilder config = new StringBuilder();
  private String name = "";
  private String stage = "pretrain";
  private boolean inConfig;
  private int batchSize;
  private long parameters;
  private int badLines;
  private TrainLine last;
  private Matcher accuracy;
  private double testLoss = Double.NaN;
  private double best;

  private OfficialLogReader(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Reads the lines of a log.
   *
   * @param zone in which the times were printed, which the log does not say
   */
  public static ReadLog read(Stream<String> lines, ZoneId zone) {
    OfficialLogReader reader = new OfficialLogReader(zone);
    lines.forEach(reader::line);
    return new ReadLog(reader.name, reader.events, reader.config.toString(), reader.badLines);
  }

  private void line(String text) {
    Optional<LogLine> read = LogLine.read(text, zone);
    if (read.isPresent()) {
      inConfig = false;
      message(read.get());
    } else if (inConfig) {
      config(LogLine.plain(text));
    } else if (TrainLine.looksLike(text) || text.contains("Acc@1")) {
      badLines++;
    }
  }

  private void message(LogLine line) {
    name = name.isEmpty() ? line.name() : name;
    String message = line.message().strip();
    if (TrainLine.looksLike(message)) {
      TrainLine.read(message).ifPresentOrElse(train -> train(line, train), () -> badLines++);
    } else if (message.contains("Acc@1") && message.startsWith("*")) {
      accuracy = matching(ACCURACY, message).orElse(null);
      badLines += accuracy == null ? 1 : 0;
    } else if (beginsConfig(message)) {
      inConfig = true;
      config(message);
    } else {
      matching(TEST_LOSS, message).ifPresent(m -> testLoss = Double.parseDouble(m.group(1)));
      matching(TESTED, message).ifPresent(m -> tested(line.time(), m));
      matching(PARAMETERS, message).ifPresent(m -> parameters = Long.parseLong(m.group(1)));
      matching(EPOCH, message).ifPresent(m -> epoch(line.time(), m));
      if (message.startsWith("Training time")) {
        events.add(
            new RunEvent.Ended(
                line.time(), RunEvent.Outcome.FINISHED, lastEpoch(), lastStep(), message));
      }
    }
  }

  private static Optional<Matcher> matching(Pattern pattern, String message) {
    return Optional.of(pattern.matcher(message)).filter(Matcher::matches);
  }

  /** Printed before the training begins; our own log ends with a line that looks the same. */
  private boolean beginsConfig(String message) {
    return events.isEmpty()
        && config.isEmpty()
        && CONFIG.matcher(message).matches()
        && Arrays.stream(RunEvent.Outcome.values()).noneMatch(o -> message.startsWith(o + ":"));
  }

  private void config(String line) {
    config.append(line).append('\n');
    matching(BATCH, line).ifPresent(m -> batchSize = Integer.parseInt(m.group(1)));
  }

  private void train(LogLine line, TrainLine train) {
    stage = line.script().equals("main_simmim.py") ? "pretrain" : "finetune";
    if (last == null || train.step() <= last.step()) {
      start(line.time(), train);
    }
    last = train;
    events.add(
        new RunEvent.Step(
            line.time(),
            train.step(),
            train.epoch(),
            train.index(),
            train.loss(),
            train.lr(),
            train.gradNorm(),
            batchSize == 0 ? Double.NaN : batchSize / train.seconds(),
            train.seconds(),
            Double.NaN,
            train.memoryMb()));
  }

  private void start(Instant time, TrainLine train) {
    boolean resumed = last != null || train.epoch() > 0;
    events.add(
        new RunEvent.Started(
            time,
            stage,
            train.epochs(),
            train.stepsPerEpoch(),
            batchSize,
            train.epoch(),
            train.step(),
            0,
            parameters,
            "unknown device",
            resumed ? "a checkpoint of epoch " + (train.epoch() - 1) : null));
  }

  private void epoch(Instant time, Matcher line) {
    if (last != null && last.epoch() == Integer.parseInt(line.group(1))) {
      events.add(
          new RunEvent.Epoch(
              time, last.epoch(), last.meanLoss(), ElapsedTime.parse(line.group(2))));
    }
  }

  private void tested(Instant time, Matcher line) {
    if (accuracy == null) {
      return;
    }
    if (events.isEmpty()) {
      String device = "unknown device";
      events.add(
          new RunEvent.Started(time, "evaluate", 1, 0, 0, 0, 0, 0, parameters, device, null));
    }
    double top1 = Double.parseDouble(accuracy.group(1));
    double top5 = Double.parseDouble(accuracy.group(2));
    best = Math.max(best, top1);
    events.add(
        new RunEvent.Validation(
            time,
            lastEpoch(),
            lastStep(),
            Integer.parseInt(line.group(1)),
            testLoss,
            top1,
            top5,
            best,
            Double.NaN));
    accuracy = null;
    testLoss = Double.NaN;
  }

  private int lastEpoch() {
    return last == null ? -1 : last.epoch();
  }

  /** The last iteration of the epoch: what is printed after an epoch comes after all of it. */
  private long lastStep() {
    return last == null ? -1 : (last.epoch() + 1L) * last.stepsPerEpoch() - 1;
  }
}
