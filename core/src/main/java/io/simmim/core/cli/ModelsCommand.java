package io.simmim.core.cli;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.ConfigException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simmim models}: a table of how large the models are, beside the published numbers. */
@Command(
    name = "models",
    description =
        "Prints parameters and multiply-adds of the models of configurations, counted without"
            + " building them, beside what was published about them.")
final class ModelsCommand implements Callable<Integer> {

  private static final String SHIPPED = "configs";

  @Option(
      names = "--cfg",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Configurations with the official keys (default: all that are shipped).")
  private List<Path> configs = List.of();

  @Option(names = "--markdown", description = "Print a Markdown table.")
  private boolean markdown;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws ConfigException {
    ModelTable table = new ModelTable();
    for (Path file : configs.isEmpty() ? shipped() : configs) {
      ExperimentConfig config = new ConfigLoader().load(file, Overrides.none()).orThrow();
      table.add(ModelRow.of(folder(file), ConfigName.of(file), config));
    }
    PrintWriter out = spec.commandLine().getOut();
    (markdown ? table.markdown() : table.plain()).forEach(out::println);
    return ExitCode.DONE;
  }

  /** The official file names repeat from folder to folder. */
  private static String folder(Path file) {
    return file.toAbsolutePath().normalize().getParent().getFileName().toString();
  }

  private static List<Path> shipped() throws ConfigException {
    Path folder = Installation.file(SHIPPED);
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new ConfigException(
          "The configurations in '" + folder + "' cannot be read: name some with --cfg.", e);
    }
  }
}
