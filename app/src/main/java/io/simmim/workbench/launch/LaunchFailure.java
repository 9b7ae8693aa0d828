package io.simmim.workbench.launch;

import io.simmim.core.fault.EngineException;
import io.simmim.core.fault.SimMimException;
import java.util.List;

/**
 * Why a run did not start, or failed.
 *
 * @param sentence for the user
 * @param details the last lines that the process said, or what the system said
 */
public record LaunchFailure(String sentence, String details) {

  /** Whether an engine or a device is missing, so that the engine doctor can help. */
  public boolean isForTheDoctor() {
    return sentence.contains(EngineException.SEE_DOCTOR);
  }

  /** A process that ended with a failure; its last line of standard error is the sentence. */
  static LaunchFailure of(int exitValue, List<String> errorLines) {
    String sentence =
        errorLines.isEmpty()
            ? "The process ended with exit code " + exitValue + " and said nothing."
            : errorLines.get(errorLines.size() - 1);
    return new LaunchFailure(
        sentence, "exit code " + exitValue + "\n" + String.join("\n", errorLines));
  }

  /** A run that could not be started. */
  public static LaunchFailure of(SimMimException e) {
    return new LaunchFailure(e.getMessage(), String.valueOf(e.getCause()));
  }
}
