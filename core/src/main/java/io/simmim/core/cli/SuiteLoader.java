package io.simmim.core.cli;

import io.simmim.core.bench.BenchProcess;
import io.simmim.core.bench.LoaderRow;
import io.simmim.core.data.scene.SampleDataset;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The row of the suite that times the reading of pictures, of drawn ones if there are no other. */
final class SuiteLoader {

  /** As many pixels as the 500 x 375 that a photograph of ImageNet typically has. */
  private static final int SIDE = 433;

  private static final int PER_KIND = 12;

  private final BenchProcess process;
  private final int workers;

  SuiteLoader(BenchProcess process, int workers) {
    this.process = process;
    this.workers = workers;
  }

  LoaderRow measure(Optional<Path> folder) throws SimMimException, InterruptedException {
    return folder.isPresent() ? measure(folder.get()) : measureDrawn();
  }

  private LoaderRow measure(Path folder) throws SimMimException, InterruptedException {
    List<String> arguments =
        List.of(
            "bench",
            "--json",
            "--data-path",
            folder.toString(),
            "--workers",
            Integer.toString(workers));
    return process.run(arguments).loader();
  }

  private LoaderRow measureDrawn() throws SimMimException, InterruptedException {
    Path folder = temporary();
    try {
      SampleDataset.write(folder, PER_KIND, SIDE, 0, 0, (written, total) -> {});
      return measure(folder).of("drawn scenes of %d x %d".formatted(SIDE, SIDE));
    } finally {
      delete(folder);
    }
  }

  private static Path temporary() throws DataException {
    try {
      return Files.createTempDirectory("simmim-bench-");
    } catch (IOException e) {
      throw new DataException(
          "No folder for sample pictures can be made (" + e.getMessage() + "); use --data-path.",
          e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // Left to whoever clears the folder of temporary files.
    }
  }
}
