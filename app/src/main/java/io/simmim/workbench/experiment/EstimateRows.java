package io.simmim.workbench.experiment;

import io.simmim.core.run.Estimate;
import io.simmim.workbench.fx.InWords;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** An estimate as rows of the plan. */
final class EstimateRows {

  private static final double SHORT = 60;
  private static final double DECIDES = 0.5;

  private EstimateRows() {}

  static List<Plan.Row> of(Estimate estimate) {
    return List.of(epoch(estimate), run(estimate), memory(estimate), disk(estimate));
  }

  /** What the user should do about it; empty when all is well. */
  static String remark(Estimate estimate) {
    if (!estimate.disk().fits()) {
      return "The disk has too little room for all checkpoints: make room, raise SAVE_FREQ or choose another folder of runs.";
    }
    double waiting = estimate.steps().waitingShare();
    if (waiting > DECIDES) {
      return format(
          "%.0f %% of the time is waiting for images: more DATA.NUM_WORKERS or smaller files would help.",
          100 * waiting);
    }
    return estimate.remarks().stream().findFirst().orElse("");
  }

  private static Plan.Row epoch(Estimate estimate) {
    Estimate.Steps steps = estimate.steps();
    Estimate.Duration d = estimate.duration();
    boolean evaluates = d.laterEvaluation() > 0;
    String value =
        evaluates ? time(d.laterEpoch()) + " + " + time(d.laterEvaluation()) : time(d.laterEpoch());
    String why =
        format(
            "%s images/s. A step takes %.3f s (median of %d; %.3f to %.3f), %.0f %% of it waiting for images. The first epoch decodes the images: %s.%s",
            InWords.speed(steps.imagesPerSecond()),
            steps.medianSeconds(),
            steps.measured(),
            steps.minSeconds(),
            steps.maxSeconds(),
            100 * steps.waitingShare(),
            time(d.firstEpoch()),
            evaluates ? " The second number is the evaluation after it." : "");
    return new Plan.Row("epoch", "Time an epoch", value, why);
  }

  private static Plan.Row run(Estimate estimate) {
    Estimate.Duration d = estimate.duration();
    String why =
        format(
            "%d epochs%s, %d times saving (%s each) and the start, measured on this machine as busy as it was",
            d.epochs(),
            d.laterEvaluation() > 0 ? " with an evaluation after each" : "",
            d.saves(),
            time(d.save()));
    return new Plan.Row("run", "Whole run", time(d.wholeRun()), why);
  }

  private static Plan.Row memory(Estimate estimate) {
    Estimate.Memory m = estimate.memory();
    boolean gpu = !estimate.device().equals("cpu");
    String total =
        m.totalMb() > 0
            ? format(
                " / %s  (%.0f %%)", InWords.memory(m.totalMb()), 100 * m.expectedMb() / m.totalMb())
            : "";
    String why =
        gpu
            ? "The most that was in use on the device, by other programs as well"
            : format(
                "The most that the process took, and what comes later: %s for decoded images that are kept, %s of Java heap",
                InWords.memory(m.imagesMb()), InWords.memory(m.heapMb()));
    return new Plan.Row("memory", "Memory", InWords.memory(m.expectedMb()) + total, why);
  }

  private static Plan.Row disk(Estimate estimate) {
    Estimate.Disk d = estimate.disk();
    String free = d.freeBytes() < 0 ? "" : " / " + bytes(d.freeBytes()) + " free";
    String why =
        format(
            "%d checkpoints of %s, by SAVE_FREQ; none is deleted",
            d.checkpoints(), bytes(d.checkpointBytes()));
    return new Plan.Row("disk", "Disk", bytes(d.bytes()) + free, why);
  }

  private static String time(double seconds) {
    return seconds < SHORT
        ? format(seconds < 10 ? "%.1f s" : "%.0f s", seconds)
        : InWords.duration(Duration.ofSeconds(Math.round(seconds)));
  }

  private static String bytes(double bytes) {
    return bytes < 1e9 ? format("%.0f MB", bytes / 1e6) : format("%.1f GB", bytes / 1e9);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
