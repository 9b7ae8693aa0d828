package io.simmim.workbench.shell;

import java.util.List;

/**
 * What is remembered of the table of runs.
 *
 * @param columns ids of the shown columns in their order; empty for the usual ones
 * @param sortedBy id of the column that orders the rows; empty for none
 * @param baseline folder of the run that others are measured against; empty for none
 */
public record RunsMemory(
    List<String> columns, String sortedBy, boolean descending, String baseline) {

  public static final RunsMemory NOTHING = new RunsMemory(List.of(), "", false, "");

  /** A file of an older version lacks some. */
  public RunsMemory {
    columns = columns == null ? List.of() : List.copyOf(columns);
    sortedBy = sortedBy == null ? "" : sortedBy;
    baseline = baseline == null ? "" : baseline;
  }

  public RunsMemory withColumns(List<String> ids) {
    return new RunsMemory(ids, sortedBy, descending, baseline);
  }

  public RunsMemory withOrder(String column, boolean nowDescending) {
    return new RunsMemory(columns, column, nowDescending, baseline);
  }

  public RunsMemory withBaseline(String folder) {
    return new RunsMemory(columns, sortedBy, descending, folder);
  }
}
