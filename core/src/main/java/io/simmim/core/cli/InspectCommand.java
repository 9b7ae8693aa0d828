package io.simmim.core.cli;

import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.inspect.TensorStats;
import io.simmim.core.reconstruct.TargetEstimate;
import io.simmim.core.weights.CheckpointFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code simmim inspect}: what a checkpoint is, and what can be done with it. */
@Command(
    name = "inspect",
    description =
        "Tells what a checkpoint is: its kind, its model (as its configuration says, and as names and"
            + " shapes of its tensors say), what is missing, what can be done with it, and its"
            + " tensors. Nothing in the file is run.")
final class InspectCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "A checkpoint, or a folder of Hugging Face.")
  private Path file;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--no-stats",
      description =
          "Leave out what needs all values: checksums, min, mean, max, std, NaN and Inf, and the"
              + " estimate of a target that is not stated.")
  private boolean noStats;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SimMimException {
    Inspection inspection = Inspection.of(CheckpointFile.peek(file));
    Optional<TargetEstimate> estimate = estimate(inspection);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.of(new InspectionJson(inspection, estimate, stats(inspection)).tree()));
    } else {
      InspectionText text = new InspectionText(inspection, estimate);
      text.verdict().forEach(out::println);
      out.flush(); // the statistics of a large file take a while
      text.tensors(stats(inspection)).forEach(out::println);
    }
    out.flush();
    return ExitCode.DONE;
  }

  private Optional<TargetEstimate> estimate(Inspection inspection) throws SimMimException {
    if (noStats || !inspection.targetIsOpen()) {
      return Optional.empty();
    }
    inspection.file().requireIntact();
    return OpenTarget.estimate(inspection);
  }

  private Map<String, TensorStats> stats(Inspection inspection) throws CheckpointException {
    if (noStats) {
      return Map.of();
    }
    inspection.file().requireIntact();
    return TensorStats.of(inspection.file().weights());
  }
}
