package io.simmim.core.cli;

import io.simmim.core.process.ChildProgram;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Start of the command line, and the boundary that no exception crosses. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    // A window started this JVM, or none can be shown: no drawing here may ask for a display.
    System.setProperty("java.awt.headless", "true");
    StopSignal.endingAtOnce();
    ChildProgram.endWithParent();
    int exitCode = run(new CommandLine(new SimMim()), arguments);
    System.exit(exitCode);
  }

  /** Runs one command to its exit code; everything that goes wrong becomes a sentence. */
  static int run(CommandLine commandLine, String... arguments) {
    commandLine.setParameterExceptionHandler(Main::explainUsage);
    commandLine.setExecutionExceptionHandler(
        (fault, command, parsed) -> FailureReport.print(fault, command.getErr()));
    try {
      return commandLine.execute(arguments);
    } catch (Throwable fault) {
      // Errors, such as a lack of memory, pass the handler above.
      return FailureReport.print(fault, commandLine.getErr());
    }
  }

  private static int explainUsage(CommandLine.ParameterException fault, String... arguments) {
    CommandLine command = fault.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(fault.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(fault, err);
    err.printf("See '%s --help'.%n", command.getCommandSpec().qualifiedName());
    err.flush();
    return ExitCode.WRONG_USAGE;
  }
}
