package io.simmim.workbench.runs;

import java.util.List;

/**
 * The lines at the end of a log.
 *
 * @param firstNumber number of the first of them, counted from 0 since the log was first read
 */
public record LogLines(long firstNumber, List<String> lines) {

  public LogLines {
    lines = List.copyOf(lines);
  }
}
