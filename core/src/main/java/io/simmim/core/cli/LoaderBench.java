package io.simmim.core.cli;

import io.simmim.core.bench.LoaderBenchmark;
import io.simmim.core.data.DataSplit;
import io.simmim.core.data.ImageFolder;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.ImageDecoder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The part of {@code simmim bench} that times the reading of pictures. */
final class LoaderBench {

  private static final int ROUNDS = 5;
  private static final double MILLIS = 1e3;

  @Option(
      names = "--data-path",
      paramLabel = "DIR",
      description = "Time the reading of the pictures below this folder instead.")
  private Path dataPath;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "With --data-path: also time the loader with N threads (default: ${DEFAULT-VALUE}).")
  private int workers;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  boolean isAsked() {
    return dataPath != null;
  }

  /** Measures and prints. */
  int run(PrintWriter out) throws DataException {
    if (workers < 0) {
      throw new ParameterException(spec.commandLine(), "--workers must not be negative.");
    }
    ImageFolder images = ImageFolder.scan(DataSplit.trainingPart(dataPath));
    LoaderBenchmark benchmark = new LoaderBenchmark(images, ROUNDS);
    print(out, benchmark.stages());
    if (workers > 0) {
      printThroughput(out, benchmark);
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static void print(PrintWriter out, LoaderBenchmark.Stages found) {
    double perImage = MILLIS / found.images();
    out.printf(
        Locale.ROOT,
        "%d images, JPEG by %s: %.1f images/s per core (decode %.3f ms, crop and resize %.3f ms),"
            + " normalise %.3f ms%n",
        found.images(),
        ImageDecoder.jpegDecoder(),
        found.imagesPerSecond(),
        found.decode() * perImage,
        found.crop() * perImage,
        found.normalise() * perImage);
  }

  private void printThroughput(PrintWriter out, LoaderBenchmark benchmark) throws DataException {
    try {
      double speed = benchmark.throughput(workers);
      out.printf(Locale.ROOT, "loader with %d threads: %.1f images/s%n", workers, speed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
