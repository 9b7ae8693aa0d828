package io.simmim.core.cli;

import io.simmim.core.bench.LoaderBenchmark;
import io.simmim.core.bench.LoaderRow;
import io.simmim.core.data.DataSplit;
import io.simmim.core.data.ImageFolder;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.ImageDecoder;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The part of {@code simmim bench} that times the reading of pictures. */
final class LoaderBench {

  private static final int ROUNDS = 5;

  @Option(
      names = "--data-path",
      paramLabel = "DIR",
      description = "Time the reading of the pictures below this folder.")
  private Path dataPath;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "With --data-path: also time the loader with N threads (default: 0; with --suite: a"
              + " thread a core).")
  private Integer workers;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  boolean isAsked() {
    return dataPath != null;
  }

  Optional<Path> dataPath() {
    return Optional.ofNullable(dataPath);
  }

  /** Threads of the loader; {@code otherwise} when nobody says. */
  int workers(int otherwise) {
    int threads = workers == null ? otherwise : workers;
    if (threads < 0) {
      throw new ParameterException(spec.commandLine(), "--workers must not be negative.");
    }
    return threads;
  }

  /** Measures. */
  LoaderRow run() throws DataException, InterruptedException {
    int threads = workers(0);
    ImageFolder images = ImageFolder.scan(DataSplit.trainingPart(dataPath));
    LoaderBenchmark benchmark = new LoaderBenchmark(images, ROUNDS);
    return LoaderRow.of(
        "images",
        ImageDecoder.jpegDecoder(),
        benchmark.stages(),
        threads,
        threads == 0 ? 0 : benchmark.throughput(threads));
  }
}
