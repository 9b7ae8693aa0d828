package io.simmim.core.cli;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.convert.Conversion;
import io.simmim.core.convert.Layout;
import io.simmim.core.convert.NumberFormat;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.inspect.CheckpointConfig;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.weights.CheckpointFile;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code simmim convert}: a checkpoint in the layout of another program. */
@Command(
    name = "convert",
    description =
        "Writes a checkpoint in another layout: official (a .pth file of SimMIM), hf (a folder for"
            + " the transformers library), timm (a .safetensors file with timm's names), mmpretrain (a"
            + " .pth file with MMPretrain's names) or safetensors (with the official names). Values"
            + " are not changed without --dtype.")
final class ConvertCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "IN", description = "A checkpoint of any layout.")
  private Path in;

  @Parameters(index = "1", paramLabel = "OUT", description = "The file or folder to write.")
  private Path out;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "LAYOUT",
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private Layout layout;

  @Option(
      names = "--dtype",
      paramLabel = "TYPE",
      description = "Round the weights to one of: ${COMPLETION-CANDIDATES}.")
  private NumberFormat numbers;

  @Option(
      names = "--cfg",
      paramLabel = "FILE",
      description = "Configuration of the model, when the checkpoint does not tell all of it.")
  private Path cfg;

  @Option(
      names = "--allow-partial",
      description = "Accept a checkpoint that lacks tensors of its model.")
  private boolean allowPartial;

  @Option(names = "--force", description = "Write over what is there.")
  private boolean force;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SimMimException {
    CheckpointFile file = CheckpointFile.open(in);
    CheckpointConfig found = CheckpointConfig.of(cfg, file, Overrides.none());
    ExperimentConfig config = found.result().orThrow();
    requireFree();
    PrintWriter printer = spec.commandLine().getOut();
    found.remark().ifPresent(printer::println);
    Conversion.of(Inspection.of(file), config, layout, allowPartial, Optional.ofNullable(numbers))
        .write(out)
        .forEach(printer::println);
    printer.println(out.toAbsolutePath());
    printer.flush();
    return ExitCode.DONE;
  }

  private void requireFree() throws CheckpointException {
    boolean folder = Files.isDirectory(out);
    if (folder && layout != Layout.HF) {
      throw new CheckpointException("'" + out + "' is a folder; name a file to write.");
    }
    if (layout == Layout.HF && Files.exists(out) && !folder) {
      throw new CheckpointException("'" + out + "' is a file; name a folder to write.");
    }
    boolean taken =
        folder
            ? layout.files().stream().anyMatch(n -> Files.exists(out.resolve(n)))
            : Files.exists(out);
    if (taken && !force) {
      throw new CheckpointException(
          "'" + out + "' is there already; name another, or write over it with --force.");
    }
  }
}
