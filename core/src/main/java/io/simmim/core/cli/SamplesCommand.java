package io.simmim.core.cli;

import io.simmim.core.data.scene.SampleDataset;
import io.simmim.core.fault.SimMimException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code simmim samples}: draws a data set, so that nothing need be downloaded. */
@Command(
    name = "samples",
    description =
        "Draws a labelled data set of photographic-looking scenes, split in train and val.")
final class SamplesCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "Folder to fill.")
  private Path dir;

  @Option(
      names = "--per-kind",
      paramLabel = "N",
      defaultValue = "50",
      description = "Pictures of each kind (default: ${DEFAULT-VALUE}).")
  private int perKind;

  @Option(
      names = "--size",
      paramLabel = "PIXELS",
      defaultValue = "256",
      description = "Side of a picture (default: ${DEFAULT-VALUE}).")
  private int size;

  @Option(
      names = "--val",
      paramLabel = "SHARE",
      defaultValue = "0.2",
      description = "Share of the pictures kept for validation (default: ${DEFAULT-VALUE}).")
  private double val;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of the set (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SimMimException, InterruptedException {
    int count;
    try (CountProgress progress = CountProgress.onTerminal("pictures")) {
      count = SampleDataset.write(dir, perKind, size, val, seed, progress::show);
    }
    spec.commandLine().getOut().println(count + " pictures in " + dir.toAbsolutePath());
    return ExitCode.DONE;
  }
}
