package io.simmim.core.cli;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.data.scene.SampleDataset;
import io.simmim.core.fault.ConfigException;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunFolder.EpochPath;
import io.simmim.core.train.Invocation;
import io.simmim.core.train.TrainingRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simmim demo}: the whole path once, from nothing to a figure. */
@Command(
    name = "demo",
    description =
        "Draws sample images, pre-trains a small model on them and writes a figure of what it"
            + " reconstructs of images that it has not seen. A few minutes on two cores.")
final class DemoCommand implements Callable<Integer> {

  private static final String CONFIG = "configs/demo/simmim_pretrain__swin_demo.yaml";
  private static final int PER_KIND = 50;
  private static final int PICTURE_SIZE = 128;
  private static final double VAL_SHARE = 0.1;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "output/demo",
      description = "Where to write (default: ${DEFAULT-VALUE}).")
  private Path output;

  @Mixin private DeviceOption device;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SimMimException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Path samples = output.resolve("samples");
    say(out, "1/3 Drawing sample images in " + samples.toAbsolutePath());
    drawSamples(samples);
    say(out, "2/3 Pre-training a small Swin on them (" + CONFIG + ")");
    TrainingRun run = TrainingRun.pretraining(config(samples), invocation());
    Outcome outcome =
        run.execute(
            TerminalProgress.onTerminal(), StopSignal.catching(System.err, StopSignal.STEP_FIRST));
    if (outcome == Outcome.STOPPED) {
      say(out, "Stopped; the same command goes on from here.");
      return ExitCode.STOPPED_BY_USER;
    }
    say(out, "3/3 Reconstructing images that it has not seen");
    Path figure = output.resolve("reconstructions.png");
    new DemoFigure(newestCheckpoint(run.folder()), samples.resolve("val"), device.name())
        .write(figure, out);
    say(out, "Figure (original, masked, reconstruction, visible + reconstruction, error):");
    say(out, figure.toAbsolutePath().toString());
    return ExitCode.DONE;
  }

  private static void say(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }

  private static void drawSamples(Path samples) throws DataException, InterruptedException {
    try (CountProgress progress = new CountProgress("images")) {
      SampleDataset.write(samples, PER_KIND, PICTURE_SIZE, VAL_SHARE, 0, progress::show);
    }
  }

  private ExperimentConfig config(Path samples) throws ConfigException {
    Overrides overrides =
        Overrides.none()
            .and("--data-path", "DATA.DATA_PATH", samples.toString())
            .and("--output", "OUTPUT", output.toString());
    Path file = Installation.file(CONFIG);
    return new ConfigLoader().load(file, overrides).forPretraining().orThrow();
  }

  private Invocation invocation() {
    List<String> arguments = spec.commandLine().getParseResult().originalArgs();
    return new Invocation(arguments, "simmim_pretrain__swin_demo", device.name());
  }

  private static Path newestCheckpoint(RunFolder folder) throws DataException {
    List<EpochPath> saved = folder.checkpoints();
    return saved.get(saved.size() - 1).path();
  }
}
