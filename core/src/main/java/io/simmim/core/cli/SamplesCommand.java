package io.simmim.core.cli;

import io.simmim.core.data.scene.SampleDataset;
import io.simmim.core.data.scene.SampleScene;
import io.simmim.core.fault.DataException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code samples}: draws a labelled data set, so that nothing has to be downloaded. */
@Command(
    name = "samples",
    description =
        "Draws a small labelled data set of photographic-looking scenes into DIR:"
            + " DIR/train/<kind>/*.jpg and DIR/val/<kind>/*.jpg.")
final class SamplesCommand implements Callable<Integer> {

  private static final int SMALLEST = 8;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "an empty folder, or one of an earlier call")
  private Path folder;

  @Option(
      names = "--per-kind",
      paramLabel = "N",
      defaultValue = "60",
      description = "images of each kind, both splits together (default: ${DEFAULT-VALUE})")
  private int perKind;

  @Option(
      names = "--size",
      paramLabel = "S",
      defaultValue = "256",
      description = "width and height in pixels (default: ${DEFAULT-VALUE})")
  private int size;

  @Option(
      names = "--val",
      paramLabel = "F",
      defaultValue = "0.15",
      description = "share of each kind that goes to val (default: ${DEFAULT-VALUE})")
  private double valFraction;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "another seed draws other images (default: ${DEFAULT-VALUE})")
  private long seed;

  @Override
  public Integer call() throws DataException, InterruptedException {
    check(perKind >= 1, "--per-kind must be at least 1.");
    check(size >= SMALLEST, "--size must be at least " + SMALLEST + ".");
    check(valFraction >= 0 && valFraction < 1, "--val must be from 0 up to, not including, 1.");
    int written;
    try (CountProgress progress = new CountProgress("images")) {
      written = SampleDataset.write(folder, perKind, size, valFraction, seed, progress::show);
    }
    spec.commandLine()
        .getOut()
        .printf("%d images of %d kinds are in %s%n", written, SampleScene.values().length, folder);
    return ExitCode.DONE;
  }

  private void check(boolean holds, String rule) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), rule);
    }
  }
}
