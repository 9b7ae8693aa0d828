package io.simmim.workbench.launch;

import java.util.List;

/**
 * How a training process failed.
 *
 * @param exitValue 1 for an expected failure, 2 for wrong usage, anything else is a fault of ours
 * @param lines the last lines of its standard error
 */
public record LaunchFailure(int exitValue, List<String> lines) {

  public LaunchFailure {
    lines = List.copyOf(lines);
  }

  /** The sentence that the training ended with. */
  public String sentence() {
    return lines.isEmpty()
        ? "The training ended with exit code " + exitValue + " and said nothing."
        : lines.get(lines.size() - 1);
  }
}
