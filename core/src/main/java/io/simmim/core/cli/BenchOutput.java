package io.simmim.core.cli;

import io.simmim.core.bench.BenchReport;
import io.simmim.core.fault.DataException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where {@code simmim bench} says what it measured. */
final class BenchOutput {

  private static final String STANDARD_OUTPUT = "-";

  @Option(
      names = "--json",
      arity = "0..1",
      fallbackValue = STANDARD_OUTPUT,
      paramLabel = "FILE",
      description =
          "Write all times, memory and the machine as JSON into FILE; without FILE print them, in"
              + " one line and nothing else.")
  private String json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private boolean printsJson() {
    return STANDARD_OUTPUT.equals(json);
  }

  /** A line for people: on standard error when standard output is for a program. */
  void say(String line) {
    print(line, printsJson() ? spec.commandLine().getErr() : spec.commandLine().getOut());
  }

  /** A line that only people want, and only when no program reads. */
  void sayUnlessJson(String line) {
    if (!printsJson()) {
      say(line);
    }
  }

  /** A measurement that is over. */
  void tell(BenchReport report) throws DataException {
    if (printsJson()) {
      print(report.line(), spec.commandLine().getOut());
    }
    save(report);
  }

  /** A measurement that may go on, kept in case that it does not. */
  void save(BenchReport report) throws DataException {
    if (json == null || printsJson()) {
      return;
    }
    Path file = Path.of(json).toAbsolutePath();
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, report.text() + "\n");
    } catch (IOException e) {
      throw new DataException(
          "The measurements cannot be written into '" + file + "' (" + e.getMessage() + ").", e);
    }
  }

  private static void print(String line, PrintWriter out) {
    out.println(line);
    out.flush();
  }
}
