package io.simmim.core.cli;

import io.simmim.core.bench.BenchMachine;
import io.simmim.core.bench.BenchRow;
import io.simmim.core.bench.LoadBenchmark;
import io.simmim.core.bench.LoaderRow;
import io.simmim.core.bench.Timing;
import io.simmim.core.weights.CheckpointFile;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measurements in sentences. */
final class BenchText {

  private BenchText() {}

  /** One model. */
  static String of(BenchRow row, BenchMachine machine) {
    return format(
        "%s, %.1f M parameters, %s, batch %d on %s with %d threads: %s, %.1f images/s, peak %.0f"
            + " MiB",
        row.model(),
        row.parameters() / 1e6,
        row.precision(),
        row.batchSize(),
        machine.device(),
        machine.threads(),
        words(row.own()),
        row.imagesPerSecond(),
        row.peakMb());
  }

  /** The model beside the one of a file. */
  static String beside(BenchRow row, String file) {
    return format(
        "%s: %s; ours takes %.3f of that (min), %.3f (median)",
        file,
        words(row.torchScript()),
        row.own().min() / row.torchScript().min(),
        row.own().median() / row.torchScript().median());
  }

  private static String words(Timing timing) {
    return format("%.4f s min, %.4f median", timing.min(), timing.median());
  }

  /** How pictures were read. */
  static String of(LoaderRow row) {
    String loader =
        row.workers() == 0
            ? ""
            : format(
                "; loader with %d threads: %.1f images/s", row.workers(), row.imagesPerSecond());
    return format(
            "%d %s, JPEG by %s: %.1f images/s per core (decode %.3f ms, crop and resize %.3f ms),"
                + " normalise %.3f ms",
            row.images(),
            row.pictures(),
            row.jpegDecoder(),
            row.imagesPerSecondPerCore(),
            row.decodeMs(),
            row.cropMs(),
            row.normaliseMs())
        + loader;
  }

  /** How a checkpoint was opened and loaded. */
  static String of(
      CheckpointFile file, double seconds, double openedMb, LoadBenchmark.Timing loading) {
    return format(
        "%s, %.1f MB: opened in %.3f s with %.0f MiB, loaded in %.3f s; model %.0f MiB, peak beyond"
            + " it while loading %.0f MiB",
        file.path().getFileName(),
        file.bytes() / 1e6,
        seconds,
        openedMb,
        loading.seconds(),
        loading.modelMb(),
        loading.peakMb());
  }

  /** On what it was measured. */
  static String of(BenchMachine machine) {
    String processor = machine.processor().isEmpty() ? "a processor" : machine.processor();
    String device = machine.device().startsWith("cuda") ? machine.device() : "";
    String threads = machine.threads() == 0 ? "" : counted(machine.threads(), "thread");
    return Stream.of(
            device,
            processor,
            counted(machine.cores(), "core"),
            threads,
            format("%.0f GiB", machine.memoryMb() / 1024),
            machine.engine(),
            "JDK " + machine.java(),
            machine.system())
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
