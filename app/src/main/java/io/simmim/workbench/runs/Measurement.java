package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunStatus;
import io.simmim.workbench.fx.InWords;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an evaluation or a measurement of speed came to, or is coming to.
 *
 * @param headlines what was asked for
 * @param numbers what else was counted on the way
 * @param facts what it was done with
 * @param underWay whether it is still being done
 * @param progress share that is done, 0 to 1
 * @param progressWords the same in words
 */
public record Measurement(
    List<Headline> headlines,
    List<Metric> numbers,
    List<Metric> facts,
    boolean underWay,
    double progress,
    String progressWords) {

  /**
   * A large number.
   *
   * @param share of the whole, 0 to 1; negative where there is no whole, or no result yet
   * @param remark what it means
   */
  public record Headline(String id, String title, String value, double share, String remark) {}

  public Measurement {
    headlines = List.copyOf(headlines);
    numbers = List.copyOf(numbers);
    facts = List.copyOf(facts);
  }

  /** The accuracy of a classifier. */
  static Measurement ofEvaluation(FollowedRun run) {
    Optional<RunEvent.Validation> result = Accuracy.last(run.snapshot().validations());
    return new Measurement(
        List.of(
            share("top1", "Top-1 accuracy", result, RunEvent.Validation::top1),
            share("top5", "Top-5 accuracy", result, RunEvent.Validation::top5)),
        known(
            number("loss", "Loss", result.map(v -> InWords.number(v.loss()))),
            number("images", "Images", result.map(v -> InWords.count(v.images()))),
            number("time", "Time", result.map(v -> time(v.seconds()))),
            number(
                "speed",
                "Images/s",
                result
                    .filter(v -> v.seconds() > 0)
                    .map(v -> InWords.speed(v.images() / v.seconds())))),
        facts(
            run,
            run.snapshot().started().map(RunEvent.Started::resumedFrom),
            run.manifest().map(RunManifest::dataPath)),
        isUnderWay(run),
        run.snapshot().progress(),
        progress(run.snapshot(), "images"));
  }

  /** The speed of a classifier. */
  static Measurement ofThroughput(FollowedRun run) {
    Optional<RunEvent.Throughput> result = run.snapshot().throughput();
    String remark =
        result
            .map(t -> String.format(Locale.ROOT, "%.2f ms an image", 1000 / t.imagesPerSecond()))
            .orElse("");
    return new Measurement(
        List.of(
            new Headline(
                "speed",
                "Images a second",
                result.map(t -> InWords.speed(t.imagesPerSecond())).orElse(InWords.NONE),
                -1,
                remark)),
        known(
            number("batch", "Batch", result.map(t -> InWords.count(t.batchSize()))),
            number("iterations", "Iterations", result.map(t -> InWords.count(t.iterations()))),
            number("time", "Time", result.map(t -> time(t.seconds()))),
            number("memory", "Peak memory", result.map(t -> InWords.memory(t.memoryMb())))),
        facts(run, Optional.empty(), Optional.empty()),
        isUnderWay(run),
        run.snapshot().progress(),
        progress(run.snapshot(), "iterations"));
  }

  private static Headline share(
      String id,
      String title,
      Optional<RunEvent.Validation> result,
      java.util.function.ToDoubleFunction<RunEvent.Validation> percent) {
    return new Headline(
        id,
        title,
        result.map(v -> InWords.percent(percent.applyAsDouble(v))).orElse(InWords.NONE),
        result.map(v -> percent.applyAsDouble(v) / 100).orElse(-1.0),
        result.map(v -> right(v, percent.applyAsDouble(v))).orElse(""));
  }

  private static String right(RunEvent.Validation result, double percent) {
    long right = Math.round(percent * result.images() / 100);
    return InWords.count(right) + " of " + InWords.count(result.images()) + " images";
  }

  private static List<Metric> facts(
      FollowedRun run, Optional<String> checkpoint, Optional<String> images) {
    Optional<String> parameters = run.snapshot().started().map(s -> parameters(s.parameters()));
    return known(
        number("checkpoint", "Checkpoint", checkpoint),
        number("data", "Images", images),
        number("parameters", "Parameters", parameters),
        number("device", "Device", run.snapshot().started().map(RunEvent.Started::device)));
  }

  private static String parameters(long count) {
    return count < 1_000_000
        ? InWords.count(count)
        : String.format(Locale.ROOT, "%.2f million", count / 1e6);
  }

  private static List<Metric> known(Metric... metrics) {
    return Stream.of(metrics).filter(metric -> !metric.value().equals(InWords.NONE)).toList();
  }

  private static boolean isUnderWay(FollowedRun run) {
    return run.status() == RunStatus.RUNNING;
  }

  private static String progress(RunSnapshot snapshot, String unit) {
    return snapshot
        .task()
        .map(
            t ->
                InWords.count(t.done())
                    + " of "
                    + InWords.count(t.total())
                    + " "
                    + unit
                    + ", "
                    + InWords.speed(t.imagesPerSecond())
                    + " images/s"
                    + snapshot
                        .remaining()
                        .map(left -> ", " + InWords.duration(left) + " left")
                        .orElse(""))
        .orElse("Loading the model");
  }

  private static String time(double seconds) {
    return seconds < 60
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : InWords.duration(Duration.ofMillis(Math.round(1000 * seconds)));
  }

  private static Metric number(String id, String title, Optional<String> value) {
    return new Metric(id, title, value.orElse(InWords.NONE), 10);
  }
}
