package io.simmim.core.cli;

import io.simmim.core.fault.SimMimException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a user about a failure in one sentence; details go into a file, never to the terminal. */
final class FailureReport {

  private FailureReport() {}

  /** Prints the sentence and returns the exit code. */
  static int print(Throwable fault, PrintWriter err) {
    err.println(sentence(fault));
    err.flush();
    return ExitCode.FAILED;
  }

  private static String sentence(Throwable fault) {
    if (fault instanceof SimMimException) {
      return fault.getMessage();
    }
    if (fault instanceof OutOfMemoryError) {
      return "Java's memory is used up: give it more (SIMMIM_JAVA_OPTS=-Xmx8g) or make DATA.BATCH_SIZE"
          + " or DATA.NUM_WORKERS smaller.";
    }
    return "Unexpected failure (%s), a fault of this program; %s"
        .formatted(brief(fault), whereDetailsAre(fault));
  }

  private static String brief(Throwable fault) {
    String name = fault.getClass().getSimpleName();
    return fault.getMessage() == null
        ? name
        : name + ": " + fault.getMessage().lines().findFirst().orElse("");
  }

  private static String whereDetailsAre(Throwable fault) {
    StringWriter details = new StringWriter();
    fault.printStackTrace(new PrintWriter(details, true));
    try {
      Path file = Files.createTempFile("simmim-failure-", ".txt");
      Files.writeString(file, details.toString());
      return "the details are in " + file + ".";
    } catch (IOException e) {
      return "the details could not be written (" + e.getMessage() + ").";
    }
  }
}
