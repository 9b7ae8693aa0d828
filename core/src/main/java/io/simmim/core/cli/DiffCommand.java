package io.simmim.core.cli;

import io.simmim.core.fault.SimMimException;
import io.simmim.core.inspect.CheckpointDiff;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code simmim diff}: in what two checkpoints differ. */
@Command(
    name = "diff",
    description =
        "Compares two checkpoints: weights, optimizer state, configuration and everything else. The"
            + " exit code is 0 when all of it is equal, tensors byte by byte, and 1 otherwise.")
final class DiffCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "A", description = "A checkpoint.")
  private Path first;

  @Parameters(index = "1", paramLabel = "B", description = "Another one.")
  private Path second;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SimMimException {
    CheckpointDiff diff = CheckpointDiff.of(first, second);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.of(DiffJson.tree(diff)));
    } else {
      DiffText.lines(diff).forEach(out::println);
    }
    out.flush();
    return diff.isEqual() ? ExitCode.DONE : ExitCode.DIFFERENT;
  }
}
