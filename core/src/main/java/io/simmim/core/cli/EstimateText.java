package io.simmim.core.cli;

import io.simmim.core.run.ElapsedTime;
import io.simmim.core.run.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An estimate for people, one fact a line behind its name. */
final class EstimateText {

  private static final double GIB_IN_MIB = 1024;
  private static final double MINUTE = 60;
  private static final double MOSTLY = 0.5;
  private static final double PARTLY = 0.15;

  private final List<String> lines = new ArrayList<>();

  private EstimateText() {}

  static List<String> lines(Estimate estimate) {
    EstimateText text = new EstimateText();
    text.add(estimate);
    return text.lines;
  }

  private void add(Estimate e) {
    line("stage", "%s on %s", e.stage(), e.device());
    line(
        "images",
        "%d, %d steps an epoch with %d images each",
        e.images(),
        e.stepsPerEpoch(),
        e.batchSize());
    line("parameters", "%.1f M", e.parameters() / 1e6);
    add(e.steps());
    add(e.memory());
    add(e.duration());
    add(e.disk());
    e.remarks().forEach(remark -> line("note", "%s", remark));
  }

  private void add(Estimate.Steps s) {
    line(
        "step",
        "%.3f s median, %.3f to %.3f in %d steps; %.1f images/s",
        s.medianSeconds(),
        s.minSeconds(),
        s.maxSeconds(),
        s.measured(),
        s.imagesPerSecond());
    line("waiting", "%.0f %% of the time, %s", 100 * s.waitingShare(), verdict(s.waitingShare()));
  }

  private static String verdict(double share) {
    if (share > MOSTLY) {
      return "so reading images decides: more DATA.NUM_WORKERS, or smaller image files, would help";
    }
    return share > PARTLY
        ? "so images and computing are about as slow"
        : "so computing decides, not reading images";
  }

  private void add(Estimate.Memory m) {
    String share =
        m.totalMb() > 0
            ? format(" of %s (%.0f %%)", memory(m.totalMb()), 100 * m.expectedMb() / m.totalMb())
            : "";
    line("memory", "%s%s%s", memory(m.expectedMb()), share, toCome(m));
  }

  private static String toCome(Estimate.Memory m) {
    List<String> parts = new ArrayList<>();
    if (m.imagesMb() >= 1) {
      parts.add(memory(m.imagesMb()) + " of kept images");
    }
    if (m.heapMb() >= 1) {
      parts.add(memory(m.heapMb()) + " of Java heap");
    }
    return parts.isEmpty() ? "" : ", of that still to come " + String.join(" and ", parts);
  }

  private void add(Estimate.Duration d) {
    line("epoch", "%s", firstAndLater(d.epochs(), d.firstEpoch(), d.laterEpoch()));
    if (d.firstEvaluation() > 0) {
      line(
          "evaluation",
          "%s, after every epoch",
          firstAndLater(d.epochs(), d.firstEvaluation(), d.laterEvaluation()));
    }
    line(
        "whole run",
        "%s for %d epochs, with %d times saving (%s each)",
        time(d.wholeRun()),
        d.epochs(),
        d.saves(),
        time(d.save()));
  }

  private static String firstAndLater(int epochs, double first, double later) {
    return epochs < 2 ? time(first) : format("%s, the first %s", time(later), time(first));
  }

  private void add(Estimate.Disk d) {
    String room = d.freeBytes() < 0 ? "" : format("; %s are free", bytes(d.freeBytes()));
    String warning =
        d.fits() ? "" : ": too little, so make room, raise SAVE_FREQ or choose another --output";
    line(
        "disk",
        "%s, %d checkpoints of %s%s%s",
        bytes(d.bytes()),
        d.checkpoints(),
        bytes(d.checkpointBytes()),
        room,
        warning);
  }

  private void line(String name, String pattern, Object... values) {
    lines.add(String.format("%-12s", name) + format(pattern, values));
  }

  private static String time(double seconds) {
    return seconds < MINUTE ? format("%.2f s", seconds) : ElapsedTime.format(seconds);
  }

  private static String memory(double mib) {
    return mib < GIB_IN_MIB ? format("%.0f MiB", mib) : format("%.1f GiB", mib / GIB_IN_MIB);
  }

  private static String bytes(double bytes) {
    return bytes < 1e9 ? format("%.1f MB", bytes / 1e6) : format("%.1f GB", bytes / 1e9);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
